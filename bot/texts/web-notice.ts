/** A page that only says something, and what to do now. */
export interface Notice {
  readonly title: string;
  readonly text: string;
}
