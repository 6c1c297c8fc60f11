/** Colours and sizes near those in which Teams draws cards, so that a drawing shows what people will see. */
export const hostConfig = ({ dark, width }: { dark: boolean; width: number }) => {
  const text = dark ? "#ffffff" : "#242424";
  const subtle = dark ? "#adadad" : "#616161";
  const accent = dark ? "#9299f7" : "#6264a7";
  const attention = dark ? "#f1707b" : "#c4314b";
  const good = dark ? "#92c353" : "#237b4b";
  const warning = dark ? "#f8d22a" : "#8a6d00";
  const pair = (color: string) => ({ default: color, subtle: color === text ? subtle : color });
  const foregroundColors = Object.fromEntries(
    Object.entries({ default: text, dark: text, light: subtle, accent, attention, good, warning }).map(
      ([name, color]) => [name, pair(color)],
    ),
  );
  const style = (backgroundColor: string) => ({ backgroundColor, foregroundColors });
  return {
    fontFamily: "'Segoe UI', 'Liberation Sans', Arial, sans-serif",
    supportsInteractivity: true,
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: dark ? "#3d3d3d" : "#e5e5e5" },
    containerStyles: {
      default: style(dark ? "#292929" : "#ffffff"),
      emphasis: style(dark ? "#1f1f1f" : "#f9f8f7"),
      accent: style(dark ? "#2f3a5e" : "#c7def9"),
      good: style(dark ? "#1e4620" : "#ccffcc"),
      attention: style(dark ? "#5c1f27" : "#ffc5b2"),
      warning: style(dark ? "#57441a" : "#ffe2b2"),
    },
    actions: {
      maxActions: 6,
      spacing: "medium",
      buttonSpacing: 8,
      actionsOrientation: width < 400 ? "vertical" : "horizontal",
      actionAlignment: width < 400 ? "stretch" : "left",
      showCard: { actionMode: "inline", inlineTopMargin: 16 },
    },
    inputs: {
      label: {
        inputSpacing: "small",
        requiredInputs: { weight: "default", suffix: " *", suffixColor: "attention" },
        optionalInputs: { weight: "default" },
      },
      errorMessage: { color: "attention", size: "small", weight: "default", spacing: "small" },
    },
    textStyles: { heading: { size: "large", weight: "bolder" } },
  };
};
