/** Why a drill cannot begin or did not end; the message is for the person who started it. */
export class DrillProblem extends Error {
  constructor(message: string, options?: { cause: unknown }) {
    super(message, options);
    this.name = 'DrillProblem';
  }
}
