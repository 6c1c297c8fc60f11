/** Words of the home card, tasks, open calls and examples. */
export const home = {
  heading: "What would you like to do?",
  waiting: (count: number) => (count === 1 ? "1 thing waits for you" : `${count} things wait for you`),
  first: (count: number, by: string) => (count === 1 ? `by ${by}.` : `the first by ${by}.`),
  nothing: "Nothing waits for you.",
  nothingRest: "Below is what you can do.",
  showAll: (count: number) => `Show all ${count}`,
  everything: "Everything you can do",
  write: "You can also write what you want to do, for example: calls, my tasks or help.",
  didYouMean: (command: string) => `Did you mean: ${command}?`,
  otherLanguages: "Suomi · Svenska",
  shared:
    "Open calls and the group's settings can be opened here. You see your own tasks when you write to Ehdolla one to one.",
  private: "You see this when you write to Ehdolla one to one.",
  home: "To the start",
  more: "Show more",
  kinds: {
    consent: "Answer the request for consent",
    move: "Answer the change of theme",
    confirm: "Confirm the joint nomination",
    address: "Correct the candidate's contact details",
    draft: "Finish the call",
    decide: "Consider the candidates",
    notReached: (count: number) =>
      count === 1 ? "1 candidate was not reached" : `${count} candidates were not reached`,
    late: (count: number) =>
      count === 1 ? "1 late proposal has not been taken up" : `${count} late proposals have not been taken up`,
    question: "Answer the question",
    setUp: "Set the group up",
    complete: "Complete the group's details",
  },
  buttons: {
    openCalls: "Open calls",
    myTasks: "My tasks",
    myProposals: "My proposals",
    newCall: "New call",
    board: "Candidates",
    calls: "The groups' calls",
    group: "Group settings",
    practice: "Practice",
    examples: "Example calls",
  },
  openCalls: {
    heading: "Open calls",
    count: (n: number) => (n === 1 ? "1 call is open." : `${n} calls are open.`),
    none: "No call is open.",
    noneRest: "When a call opens, it is published in the group's channel and shown here too.",
    left: (time: string) => `${time} left`,
    nominate: "Nominate",
    self: "Nominate yourself",
    read: "Read the whole call",
  },
  tasks: {
    heading: "My tasks",
    none: "Nothing waits for you.",
    noneRest: "When something is expected of you, you get a message and it is shown here.",
    proposals: "The proposals you made are under My proposals.",
  },
  calls: {
    heading: "The groups' calls",
    none: "There are no calls yet.",
    noneRest: "Begin by preparing a new call.",
    states: {
      draft: "draft",
      publishing: "published soon",
      open: "open",
      closed: "closed",
      selected: "selection made",
      cancelled: "cancelled",
    },
  },
  practice: {
    heading: "Practise with a call",
    line: "A practice call works like a real one, but it sends nothing outside the group and is deleted after a week.",
    lineRest: "Every card says PRACTICE.",
    examplesHeading: "Example calls",
    examplesLine: "Choose an example. It becomes a draft that you can check and publish.",
    start: "Make a draft",
    officersOnly: "Practice is started by the group's chair or secretary.",
    notReady: "Set the group up first, then you can try a call.",
    examples: {
      council: {
        title: "Expert group",
        sub: "Ten seats by this call, four filled elsewhere. A deadline with a time, the decision on the next day.",
      },
      project: {
        title: "More people for a project group",
        sub: "A few seats for which people nominate themselves. Preferred criteria.",
      },
      table: {
        title: "A partnership table to be founded",
        sub: "Six themes, about two for each. A last day without a time, in Finnish and Swedish.",
      },
      quick: {
        title: "A call of three minutes",
        sub: "Closes after three minutes, so that a late proposal can be tried at once.",
      },
    },
  },
  /** In chats of several people. */
  chat: {
    poll: "Meeting poll",
    meeting: "New meeting",
    one: (name: string) =>
      `For the group: ${name}. Its chair, vice chair or secretary can fill in the form. The finished poll or invitation is posted in the group's channel.`,
    several: "Choose for which group. The finished poll or invitation is posted in the group's channel.",
    startPoll: "Start the poll",
    startMeeting: "Call a meeting",
    notLeading:
      "A meeting poll or a meeting can be started by a group's chair, vice chair or secretary. You have none of these tasks in a group that has been set up. Ask your group's chair to start it.",
  },
};
