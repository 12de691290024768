import { z } from 'zod';

/** A whole number between two bounds with its usual value. */
const whole = (usual: number, min: number, max: number): z.ZodDefault<z.ZodInt> =>
  z.int().min(min).max(max).default(usual);

/** Every duration, distance and speed that a zone may tune: unit in the name, a usual value, bounds. */
export const timingSchema = z.strictObject({
  /** After this long without an answer the next person is called: the backstop behind declines and failed deliveries. */
  waveTimerSeconds: whole(30, 5, 600),
  /** How many more orders than open seats a wave sends: 50 means three orders for two seats. */
  waveOvershootPercent: whole(50, 0, 400),
  /** An order not delivered by then is void: stale calls send people to places where nobody needs them. */
  orderTimeToLiveMinutes: whole(30, 2, 240),
  /** An incident that nobody has decided on is brought to the officer again. */
  decisionReminderSeconds: whole(60, 15, 3_600),
  /** This long after the promised arrival the person is asked once. */
  lateArrivalMinutes: whole(5, 1, 120),
  /** After stand-down, who has not confirmed being safe is asked again. */
  safeReturnReminderMinutes: whole(15, 1, 240),
  /** A report this soon after another, of the same kind and near by, joins it. */
  joinWindowMinutes: whole(30, 1, 720),
  joinRadiusMetres: whole(400, 20, 10_000),
  /** A live location this near to the place means on scene. */
  onSceneRadiusMetres: whole(150, 20, 2_000),
  /** A shared position older than this no longer counts; the base does. */
  positionValidMinutes: whole(30, 1, 1_440),
  /** Speed of rescuers on the road, here mostly e-bikes. */
  travelKmPerHour: whole(25, 3, 120),
  /** How much longer roads are than the straight line. */
  travelDetourPercent: whole(30, 0, 300),
  /** From reading an order to being on the road. */
  setOffSeconds: whole(120, 0, 3_600),
  /** How long a one-time binding code works. */
  bindCodeMinutes: whole(30, 1, 10_080),
});

/** The zone's timing, every field filled in. */
export type Timing = z.infer<typeof timingSchema>;

/** The usual values. */
export const usualTiming: Timing = timingSchema.parse({});
