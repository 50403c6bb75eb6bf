// Calendar, allowed moves, capacity and ceiling: numbers go to the module, and come back, in its scratch memory.

/** The one refusal of a move whose name stands behind those of the module: an application of a round that has yet to open. */
const changed = "move_not_allowed";

export function seasonOf(module, { codes, periods, states }) {
  const memory = new Float64Array(module.HEAPU8.buffer);
  /** Puts numbers into the scratch memory, with room for an answer of eight; gives who reads the answer. */
  const pass = (numbers) => {
    const start = module.scratch(8 * Math.max(numbers.length, 8)) / 8;
    if (!start) throw new RangeError("too many numbers");
    memory.set(numbers, start);
    return (place) => memory[start + place];
  };
  const roundNumbers = (rounds) => rounds.flatMap((round) => [
    round.round, round.registration_from, round.registration_until, round.adoption_from, round.adoption_until, round.notification_at,
    Number(round.released ?? true),
  ]);
  const checkSeason = (rounds, startYear) => {
    const answer = pass(roundNumbers(rounds));
    module.checkSeason(rounds.length, startYear);
    return answer(0) ? { code: codes[answer(0)]?.code ?? changed, round: answer(1) } : null;
  };
  return {
    ...(module.checkSeason ? { checkSeason } : {}), // the module of staff alone has it
    present(rounds, now) {
      const answer = pass(roundNumbers(rounds));
      module.present(rounds.length, now);
      return { round: answer(0), period: periods[answer(1)], until: Number.isNaN(answer(2)) ? null : answer(2) };
    },
    allowed(rounds, now, applications, { ownField = true, recruits = true, sameAsNow = false } = {}) {
      const target = [ownField, recruits, sameAsNow].map(Number);
      const past = applications.flatMap(({ round, state }) => [round, states.indexOf(state)]);
      const answer = pass([...roundNumbers(rounds), ...target, ...past]);
      module.allowed(rounds.length, now, applications.length);
      const refusal = (place) => (answer(place) ? codes[answer(place)]?.code ?? changed : null);
      return { apply: refusal(0), switch: refusal(1), withdraw: refusal(2), change: refusal(3), delete: refusal(4) };
    },
    overCapacity: (applicants, capacity) => module.overCapacity(applicants, capacity) !== 0,
    ceilingFromPast(adoptions) {
      pass(adoptions);
      return module.ceilingFromPast(adoptions.length);
    },
  };
}
