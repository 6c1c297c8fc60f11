/** Words of how a poll's times are grouped. */
export const pollTimes = {
  eveningTime: "Ilta-aika",
  eveningTimes: "Ilta-ajat",
  allEvenings: "Kaikki ilta-ajat",
  /** As the client last told it; at most 12 characters, as labels are. */
  clientZone: "Aikavyöhyke",
};
