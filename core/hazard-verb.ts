/** Verbs of the buttons of hazards and their drafts. Who may: core/hazard-permission.ts. Values are in brackets. */
export type HazardVerb =
  /** Draft: 登记 yes, and 不用 no. */
  | 'hazard_file'
  | 'hazard_drop'
  /** Draft: what it is [kind]; officer: it is something else [kind]. */
  | 'hazard_kind'
  /** Draft: one of the places that the words may mean [index]; `none`: nobody can say. */
  | 'hazard_place'
  /** Draft: keep my name out. */
  | 'hazard_anonymous'
  /** Officer: [ordinary | major]. */
  | 'hazard_grade'
  /** Officer: not a hazard. */
  | 'hazard_reject'
  /** Officer, leader: to [a possible owner's id; in words their call sign or name]. */
  | 'hazard_assign'
  /** Owner: [spot | deadline]. */
  | 'hazard_accept'
  /** Owner: not mine. */
  | 'hazard_hand_back'
  /** Owner: done; the after-photo must be there. */
  | 'hazard_fixed'
  /** Owner: asks for [days] more. */
  | 'hazard_ask_more'
  /** Leader, officer: grants or refuses what the owner asked. */
  | 'hazard_extend'
  | 'hazard_refuse'
  /** Leader, officer: stops the clock, with a reason, and lets it run again. */
  | 'hazard_pause'
  | 'hazard_resume'
  /** Checker: well, or back. */
  | 'hazard_pass'
  | 'hazard_fail'
  /** Leader, officer: puts it under supervision. */
  | 'hazard_supervise'
  /** Officer: the same as the other one [its number without the letter: `2611-0042`]. */
  | 'hazard_merge'
  /** Officer: the telling that joined last is not the same; a reporter: their own is not. */
  | 'hazard_split'
  /** Reporter. */
  | 'hazard_reopen'
  | 'hazard_withdraw'
  | 'hazard_chase'
  /** Reporter: [good | fair | bad]. */
  | 'hazard_rate';
