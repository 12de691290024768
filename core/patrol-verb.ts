/** Verbs of the buttons of shifts, check-ins, requests and finds. Who may: core/shift-permission.ts. Values are in brackets. */
export type PatrolVerb =
  /** Shift: I am here 到岗; I can't come 请假; we are done 收队. */
  | 'shift_here'
  | 'shift_leave'
  | 'shift_end'
  /** Shift: all is well 平安. */
  | 'shift_safe'
  /** Shift: it is not, they need help 需要帮忙. */
  | 'shift_trouble'
  /** Leader, of a shift that nobody reported for: they are out; it does not take place; I ring them. */
  | 'shift_out'
  | 'shift_off'
  | 'shift_ring'
  /** Shift: all gear taken, all back. */
  | 'gear_taken'
  | 'gear_back'
  /** Shift: hand-over, by the side that goes and the side that comes. */
  | 'handover_give'
  | 'handover_take'
  /** Shift: the points that are missing will not be gone to [why: closed | unsafe | other]. */
  | 'points_excuse'
  /** Check-in: it was this point [n], none of them [none]. */
  | 'check_in_point'
  /** Check-in: take it back. */
  | 'check_in_void'
  /** Request: the other one agrees or not; the leader grants or refuses; whoever asked takes it back. */
  | 'request_agree'
  | 'request_decline'
  | 'request_grant'
  | 'request_refuse'
  | 'request_withdraw'
  /** Find: make it an incident, a hazard; the police have it; nothing needs to be done. */
  | 'find_incident'
  | 'find_hazard'
  | 'find_passed_on'
  | 'find_noted';
