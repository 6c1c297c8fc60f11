/** Words of how a poll's times are grouped. */
export const pollTimes = {
  eveningTime: "Ilta-aika",
  eveningTimes: "Ilta-ajat",
  allEvenings: "Kaikki ilta-ajat",
};
