/** Words that type themselves on somebody's phone. */
export interface Script {
  /** Tells one start from the next. */
  id: number;
  person: string;
  room: string;
  text: string;
}
