/**
 * Runs one piece of work after the other, in the order in which they were asked for; one that fails holds up none.
 *
 * @returns a function that puts work in the row and answers what it gave
 */
export function oneAtATime(): <Answer>(work: () => Promise<Answer>) => Promise<Answer> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const answer = last.then(work);
    last = answer.catch(() => undefined);
    return answer;
  };
}
