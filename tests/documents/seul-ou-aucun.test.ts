/** One condition, one convention, one criterion, none of a team: the mode opératoire, the sheets and the evaluation say what there is. */
import { expect, it } from 'vitest';
import { loadDeliverable } from '../../src/documents/registry.js';
import { loadTheme } from '../../src/render/theme.js';
import type { Study } from '../../src/study/study.js';
import { etudeVive, templatesDuProgramme } from '../support/composed.js';
import { textOf } from './tree-text.js';

const templates = await templatesDuProgramme();
const { charts: theme } = await loadTheme();
const study = await etudeVive('modeles/exemple');
const mode = study.mode_operatoire;
if (!mode?.experimentation) throw new Error('a mode opératoire expected');

async function says(id: 'mode-operatoire' | 'fiches-projets' | 'bilan', change: Partial<Study> = {}): Promise<string> {
  const { compose } = await loadDeliverable(id);
  const { produced } = compose({ study: { ...study, ...change }, theme, templates, options: {} });
  const [first] = produced;
  if (!first) throw new Error('a document expected');
  return textOf(first.tree).replace(/[\u00a0\u202f]/g, ' ');
}

it('tells conventions all signed as such, and speaks of an association where one signs', async () => {
  const [roue] = mode.conventions ?? [];
  if (!roue) throw new Error('a convention expected');
  const signed = { ...roue, etat: 'signee' as const, signee_le: '2024-05-20' };
  expect(await says('mode-operatoire')).toContain('Deux conventions à signer');
  expect(await says('mode-operatoire')).toContain('une association est d’ordinaire payée');
  const one = await says('mode-operatoire', { mode_operatoire: { ...mode, conventions: [signed] } });
  expect(one).toContain('Une convention signée : ');
  const public_ = (mode.conventions ?? []).filter(({ partenaire }) => partenaire === 'vallee');
  const among = await says('mode-operatoire', { mode_operatoire: { ...mode, conventions: public_ } });
  expect(among).not.toContain('une association est d’ordinaire payée');
  expect(among).toContain('suppose, en règle générale, des personnes publiques.');
});

it('names the publics that the modalities serve, one criterion of choice, and no post', async () => {
  const scenarios = study.scenarios.map((one) => ({
    ...one,
    modalites: one.modalites.map((line) => ({ ...line, publics: ['aines'] })),
    moyens: { ...one.moyens, humains: [] },
  }));
  const experimentation = { ...mode.experimentation, criteres_choix: ['Un vélo'] } as typeof mode.experimentation;
  const text = await says('mode-operatoire', { scenarios, mode_operatoire: { ...mode, experimentation } });
  expect(text).toContain('Il s’adresse aux aînés.');
  expect(text).toContain('Ils sont choisis selon ce critère : un vélo.');
  expect(text).toContain('de la demande à sa fin ; aucun poste.');
  expect(await says('mode-operatoire')).toContain('Il s’adresse aux salariés et aux aînés.');
});

it('speaks of one project without « tous projets ensemble »', async () => {
  const [one, ...others] = study.projets.map((projet) => ({
    ...projet,
    budget: [{ poste: 'Caisses', prevu: 1200, realise: 1500 }],
  }));
  const alone = { projets: one ? [one] : [] };
  expect(await says('bilan', alone)).toContain('L’écart le plus grand porte sur');
  expect(await says('fiches-projets', alone)).toMatch(/Un projet, .+ : porteur (?:public|privé)\./);
  expect(await says('bilan', { projets: one ? [one, ...others] : [] })).toContain('Tous projets ensemble, l’écart');
});

it('says that nothing was spent, rather than a budget lower by 100 %', async () => {
  const projets = study.projets.map((one) => ({ ...one, budget: [{ poste: 'Caisses', prevu: 1200, realise: 0 }] }));
  const text = await says('fiches-projets', { projets });
  expect(text).toContain('rien n’est dépensé');
  expect(text).not.toMatch(/budget inférieur de 100/);
});

it('agrees with the one condition of the way on that is proposed', async () => {
  const evaluation = {
    evaluateur: { designation: 'Bureau' },
    echelle: [{ note: 1, sens: 'Rien' }],
    suites: [{ option: 'continuer' as const, resume: 'Garder les vélos.', conditions: ['Un garage'], proposee: true }],
  };
  expect(await says('bilan', { evaluation })).toContain('À cette condition : un garage.');
});

it('says « et » once of publics of which one is a group', async () => {
  const publics = study.etude.publics.map((one) =>
    one.id === 'aines' ? { ...one, en_phrase: 'les aînés et les aidants' } : one,
  );
  expect(await says('mode-operatoire', { etude: { ...study.etude, publics } })).toContain(
    'Il s’adresse aux salariés, aux aînés et aux aidants.',
  );
});
