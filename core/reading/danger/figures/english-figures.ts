/** The same in English. */
export const englishFigures: readonly string[] = [
  '\\b(?:party|song|this|that|it|you|outfit|track|album|food) (?:is|was|are|be) (?:so )?(?:fire|lit)\\b',
  '\\bfire (?:song|track|outfit|emoji|drill|sale|works|alarm test|extinguisher|station|truck|engine|department|safety)',
  'fireworks?|firework',
  '\\b(?:fired|firefight\\w*|dying (?:of|to|for)|dead tired|killing (?:me|it|time)|drowning in (?:work|emails?)|to die for|killed it|bomb(?:\\.com)?|smoke (?:break|detector))\\b',
];
