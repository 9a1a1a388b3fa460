const hour = 3_600_000;
const day = 24 * hour;

export interface Budget {
  /** Whether this person may ask once more. */
  left(personId: number): boolean;
  spend(personId: number): void;
}

/** How often the model is asked: per person in any hour, and by everybody in any day. In memory: a restart forgets. */
export function createBudget(perPersonPerHour: number, perDay: number, clock: () => number): Budget {
  let asked: { at: number; personId: number }[] = [];
  return {
    left(personId) {
      const now = clock();
      asked = asked.filter(({ at }) => at > now - day);
      const theirs = asked.filter((one) => one.personId === personId && one.at > now - hour);
      return asked.length < perDay && theirs.length < perPersonPerHour;
    },
    spend(personId) {
      asked.push({ at: clock(), personId });
    },
  };
}
