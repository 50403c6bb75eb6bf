// The letters that the server sends during a bench, taken by a real SMTP server: whoever waits for one gets it when it comes.
import { openPostOffice } from "../../browser/harness/post_office.js";

export async function openMailbox() {
  const post = await openPostOffice();
  const waiting = new Map();
  let read = 0;
  const look = setInterval(() => {
    for (; read < post.letters.length; ++read) {
      const letter = post.letters[read];
      waiting.get(letter.to)?.(letter);
      waiting.delete(letter.to);
    }
  }, 10);
  return {
    flags: ["--smtp-url", post.url, "--smtp-tls=false"],
    letters: post.letters,
    /** The next letter to an address. */
    next: (address) => new Promise((resolve) => waiting.set(address, resolve)),
    close() {
      clearInterval(look);
      return post.close();
    },
  };
}
