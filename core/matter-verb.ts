/** Verbs of the buttons of private matters. Who may: core/matter-permission.ts. Values are in brackets. */
export type MatterVerb =
  /** Anybody, from a group or a menu: tell of it in the direct chat [kind of matter]. */
  | 'matter_start'
  /** Teller: what it is about [code of a dispute kind]; one of the answers offered [its code]; leave this one out. */
  | 'matter_about'
  | 'matter_answer'
  | 'matter_skip'
  /** Teller: this is all, hand it in; 算了; go on where we stopped. */
  | 'matter_file'
  | 'matter_drop'
  | 'matter_resume'
  /** Teller, party: I do not want to go on. */
  | 'matter_withdraw'
  /** Whoever may: show me what it says. Each look is kept in its trace. */
  | 'matter_look'
  /** Mediator, adviser, officer: I take it; I can't; I know one of them. */
  | 'matter_take'
  | 'matter_pass'
  | 'matter_conflict'
  /** Owner: give it back; it needs a higher room. */
  | 'matter_give_back'
  | 'matter_step_up'
  /** Whoever leads, keeps the desk or has it: to this mediator [id of a person]; in words by name or call sign. */
  | 'matter_assign'
  /** Officer on scene, responsible officer, service centre: I have it. Owner of a request for help: I am on my way. */
  | 'matter_ack'
  /** Party: I agree to mediation [yes | no]. Owner, for a party who was asked [a:yes, a:no, a:unreached, a:proxy]. None: ask them. */
  | 'matter_consent'
  /** Owner: which times [a side's wish: take:b:…, ask:b:…]; party: this time [session:index], none of them [session:none], by the owner b:2:0; owner: it is off. */
  | 'matter_times'
  | 'matter_time'
  | 'matter_cancel'
  /** Owner: it was held; this side did not come [key of a party]. */
  | 'matter_held'
  | 'matter_absent'
  /** Owner: they agree [written | oral]; they do not. */
  | 'matter_agree'
  | 'matter_fail'
  /** Party: these are the terms, I sign [yes | no]. Owner: this party signed on paper [key]. */
  | 'matter_sign'
  /** Debtor: paid [number of the term]. Creditor: got it [number]; not got [number]. Owner: both. */
  | 'matter_paid'
  | 'matter_got'
  | 'matter_not_got'
  /** Owner: it is all done; it was broken. */
  | 'matter_performed'
  | 'matter_broken'
  /** Owner, party: the court [applied | confirmed | rejected | none]. */
  | 'matter_court'
  /** Owner: it rests for now; it goes on. */
  | 'matter_suspend'
  | 'matter_go_on'
  /** Owner asks both for more time [days]; party: agreed [yes | no], by the owner [b:yes]. */
  | 'matter_extend'
  /** Teller, party: it holds [yes | no]. Owner: visited [yes | no]. */
  | 'matter_visit'
  /** Owner of any other kind of matter: done. */
  | 'matter_done'
  /** Break-glass: asked for; a second person agrees or not. */
  | 'opening_ask'
  | 'opening_agree'
  | 'opening_refuse'
  /** Anybody, of oneself: I agree that my data is kept; give me my data; erase it, and once more to be sure. */
  | 'data_agree'
  | 'data_export'
  | 'data_erase'
  | 'data_erase_sure';
