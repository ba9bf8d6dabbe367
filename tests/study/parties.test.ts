/** Who orders a study and who carries it out. */
import { expect, it } from 'vitest';
import { conducteur, enInterne, partiesEnPhrase } from '../../src/study/parties.js';
import { etude } from '../analysis/small-study.js';

it('one body that orders the study and carries it out is named once, under its name or its short one', () => {
  const of = (maitre: object, nom: string) =>
    ({ ...etude({}).etude, maitre_ouvrage: maitre, prestataire: { nom } }) as Parameters<typeof enInterne>[0];
  const laines = { nom: 'Association Laines d’Ys', sigle: 'Laines d’Ys' };
  expect(
    [of(laines, 'association laines d’Ys'), of(laines, 'Laines d’Ys'), of(laines, 'Cabinet')].map(enInterne),
  ).toEqual([true, true, false]);
  expect([conducteur(of(laines, 'Laines d’Ys')), conducteur(of(laines, 'Cabinet'))]).toEqual([
    'maître d’ouvrage',
    'prestataire',
  ]);
  expect(partiesEnPhrase(of(laines, 'Laines d’Ys'))).toBe(
    'Maître d’ouvrage : Association Laines d’Ys, qui conduit l’étude.',
  );
  expect(partiesEnPhrase(of(laines, 'Cabinet'))).toBe(
    'Maître d’ouvrage : Association Laines d’Ys. Prestataire : Cabinet.',
  );
});
