/** The renderer's settings: sizes and colours of our pages, which follow the reader's light or dark. */
const text = (color: string, subtle = color) => ({ default: `var(--${color})`, subtle: `var(--${subtle})` });

const colors = {
  default: text("ink", "quiet"),
  dark: text("ink", "quiet"),
  light: text("quiet"),
  accent: text("accent"),
  attention: text("error"),
  good: text("ink"),
  warning: text("ink"),
};

const style = (backgroundColor: string) => ({ backgroundColor: `var(--${backgroundColor})`, foregroundColors: colors });

/** On a narrow screen the heading is as large as on the other pages. */
export const hostConfig = (narrow: boolean) => ({
  fontFamily: "inherit",
  supportsInteractivity: true,
  fontSizes: { small: 15, default: 16, medium: 20, large: narrow ? 23 : 28, extraLarge: 32 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  lineHeights: { small: 22, default: 25, medium: 26, large: narrow ? 29 : 35, extraLarge: 40 },
  spacing: { small: 12, default: 16, medium: 28, large: 32, extraLarge: 40, padding: 12 },
  separator: { lineThickness: 1, lineColor: "var(--rule)" },
  containerStyles: {
    default: style("paper"),
    emphasis: style("shade"),
    accent: style("shade"),
    good: style("good"),
    attention: style("warning"),
    warning: style("warning"),
  },
  actions: {
    maxActions: 6,
    spacing: "large",
    buttonSpacing: 8,
    actionsOrientation: "vertical",
    actionAlignment: "left",
    showCard: { actionMode: "inline", inlineTopMargin: 16 },
  },
  inputs: {
    label: {
      inputSpacing: "none",
      requiredInputs: { weight: "bolder", suffix: " *", suffixColor: "attention" },
      optionalInputs: { weight: "bolder" },
    },
    errorMessage: { color: "attention", size: "small", weight: "bolder", spacing: "none" },
  },
  textBlock: { headingLevel: 1 },
  textStyles: { heading: { size: "large", weight: "bolder" } },
});
