// What the tabs of one browser tell each other: that something of the applicant's has changed, or that the session has ended.
const channel = new BroadcastChannel("senkoi");

/** After every change of one's own, and after log-out: the other tabs read again. */
export const tellOtherTabs = (): void => channel.postMessage("changed");
export const whenTold = (heard: () => void): void => channel.addEventListener("message", heard);
