import { expect, it } from 'vitest';
import { SKILLS, searchSkills, vocabularySkill } from './skills.js';

it('has each label once, in both languages', () => {
  expect(SKILLS.length).toBeGreaterThan(150);
  for (const locale of ['fr', 'en'] as const) {
    const labels = SKILLS.map((skill) => skill[locale].toLowerCase());
    expect(labels.filter((label, index) => label === '' || labels.indexOf(label) !== index)).toEqual([]);
  }
});

it('knows a skill by either language, whatever the accents and the case', () => {
  expect(vocabularySkill('ebenisterie')).toBe('Ébénisterie');
  expect(vocabularySkill('dry Stone walling')).toBe('Pierre sèche');
  expect(vocabularySkill("Animation d'ateliers")).toBe('Animation d’ateliers');
  expect(vocabularySkill('Pilotage de dirigeables')).toBeNull();
});

it('proposes first what begins with what was typed', () => {
  const found = searchSkills('trad', 'fr', 5).map(({ fr }) => fr);
  expect(found[0]).toBe('Traduction');
  expect(searchSkills('web', 'en', 5).map(({ en }) => en)).toEqual(['Web development', 'Showcase websites']);
});
