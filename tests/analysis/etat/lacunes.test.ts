/** What the study lacks, and the meeting whose pack is built. */
import { describe, expect, it } from 'vitest';
import { reunionDuDossier } from '../../../src/analysis/copil/reunion.js';
import { lacunesDe } from '../../../src/analysis/etat/lacunes.js';
import type { Study } from '../../../src/study/study.js';
import { etudeAvecScenarios, scenario } from '../small-scenario.js';
import { acteur, action, besoin, DATE, etude } from '../small-study.js';

const plain = (text: string | null): string | null => text?.replace(/\s/g, ' ') ?? null;

describe('the meeting of a pack', () => {
  const reunion = (id: string, date: string, etat?: string) => ({
    id,
    date,
    type: 'copil',
    phase: 'P',
    ordre_du_jour: [],
    ...(etat ? { etat } : {}),
  });
  const found = (reunions: object[], id?: string) =>
    reunionDuDossier({ ...etude(), reunions } as Study, id)?.id ?? null;
  it('is the one named, else the next planned from the day of the study on, else the last held', () => {
    const all = [
      reunion('loin', '2018-09-01', 'prevue'),
      reunion('prochaine', '2018-03', 'prevue'),
      reunion('tard', '2018-02-01', 'tenue'),
      reunion('tot', '2018-01-01', 'tenue'),
      reunion('passee', '2018-01-15', 'prevue'),
    ];
    expect(found(all)).toBe('prochaine');
    expect(found(all, 'tot')).toBe('tot');
    expect(found(all, 'inconnue')).toBeNull();
    expect(found(all.slice(2))).toBe('tard');
    expect(found([reunion('a', DATE)])).toBe('a');
    expect(found([reunion('a', '2018-02', 'prevue')])).toBe('a');
    expect(found([reunion('a', '2018-02-14', 'prevue')])).toBeNull();
    expect(found([reunion('a', '2018-09-01', 'annulee')])).toBeNull();
  });
});

describe('what the study lacks', () => {
  const of = (study: Study, libelle: RegExp) =>
    lacunesDe(study, DATE).find((one) => libelle.test(one.libelle))?.liste ?? [];
  const textesDe = (study: Study, libelle: RegExp) =>
    of(study, libelle).map(({ chemin, texte }) => [chemin, plain(texte)]);

  it('needs without actor, tool, action, or scenario that serves them first', () => {
    const base = etude({ besoins: [besoin('a', { public: 'familles', domaines: ['air'] })] });
    expect(textesDe(base, /^Besoins/)).toEqual([
      ['besoins/a', '« Besoin a » : aucun acteur, aucun outil, aucune action conduite'],
    ]);
    const served = {
      ...base,
      scenarios: [scenario('s', { publics_prioritaires: ['familles'], domaines_prioritaires: ['air'] })],
    };
    expect(textesDe(served, /^Besoins/)[0]?.[1]).not.toContain('aucun scénario');
    for (const not of [
      { publics_prioritaires: ['familles'], domaines_prioritaires: ['eau'] },
      { publics_prioritaires: ['ecoles'], domaines_prioritaires: ['air'] },
    ])
      expect(textesDe({ ...base, scenarios: [scenario('s', not)] }, /^Besoins/)[0]?.[1]).toContain(
        'aucun scénario ne le sert d’abord',
      );
  });

  it('actors that nothing names and that name nobody', () => {
    const base = etude({
      acteurs: [
        acteur('seul'),
        acteur('lie', { liens: [{ acteur: 'vise', nature: 'x' }] } as never),
        acteur('vise'),
        acteur('agit'),
      ],
      actions: [action('x', { acteurs: ['agit'] } as never)],
    });
    expect(textesDe(base, /^Acteurs/)).toEqual([['acteurs/seul', 'Acteur seul']]);
  });

  it('costs without money, beyond half a hundredth of them', () => {
    const [aide, own] = scenario('a').financements;
    if (!aide || !own) throw new Error('two sources expected');
    // 50 000 of expenses, 18 000 of aid: 250 may lack over two years.
    const funded = (montant: number) =>
      textesDe(etudeAvecScenarios([scenario('a', { financements: [aide, { ...own, montant }] })]), /^Coûts/);
    expect([funded(16000), funded(15875)]).toEqual([[], []]);
    expect(funded(15874)).toEqual([['scenarios/a', '« Scénario a » : 252 € de dépenses sans recette']]);
  });

  it('entries that claim a source and cite none, each by its name', () => {
    const base = etude({
      besoins: [
        besoin('a'),
        besoin('b', { fiabilite: 'estime' }),
        besoin('c', { fiabilite: 'illustratif' }),
        besoin('d', { sources: ['s'] } as never),
      ],
      acteurs: [acteur('e')],
      actions: [action('f')],
    });
    expect(textesDe(base, /^Fiches/)).toEqual([
      ['acteurs/e', 'Acteur e'],
      ['besoins/a', 'Besoin a'],
      ['besoins/b', 'Besoin b'],
      ['actions/f', 'Action f'],
    ]);
  });

  it('requirements that no section or no rule answers', () => {
    const exigence = (id: string, rest: object) => ({ id, texte: id.toUpperCase(), ...rest });
    const base = {
      ...etude(),
      contrat: {
        exigences: [
          exigence('a', {}),
          exigence('b', { section: '1' }),
          exigence('c', { regle: 'x' }),
          exigence('d', { section: '1', regle: 'x' }),
        ],
      },
    } as unknown as Study;
    expect(textesDe(base, /^Exigences/)).toEqual([
      ['contrat/exigences/a', 'A (aucune section, aucune règle)'],
      ['contrat/exigences/b', 'B (aucune règle)'],
      ['contrat/exigences/c', 'C (aucune section)'],
    ]);
    expect(textesDe(etude(), /^Exigences/)).toEqual([]);
  });
});
