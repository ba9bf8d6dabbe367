/** What the deliverables say of one alone, of all of them and of none, where the examples have several and some. */
import { describe, expect, it } from 'vitest';
import type { Study } from '../../src/study/study.js';
import {
  mode,
  type Projet,
  plain,
  projets,
  type Scenario,
  says,
  scenarios,
  slide,
  slides,
  study,
} from '../support/etats.js';

describe('one alone', () => {
  it('a scenario is compared with nothing, and its slide is not numbered', async () => {
    const one = { scenarios: study.scenarios.slice(0, 1) };
    const text = await says('scenarios', one);
    expect(text).not.toMatch(/côte à côte\b(?! » du classeur)(?!\n)|entre quels montants le coût annuel de chacun/);
    expect(text).toContain('La viabilité, test par test');
    expect(text).toContain('Il est chiffré à titre illustratif');
    expect(plain((await slide('Argent', one))?.title)).toBe('15 % des financements sont acquis');
    expect(await slide('Le scénario', one)).toBeDefined();
  });

  it('a perimeter is not left to be chosen', async () => {
    const { territoire } = study;
    const one = { territoire: { ...territoire, perimetres: territoire.perimetres?.slice(0, 1) } } as Partial<Study>;
    const kept = { ...one, ...scenarios(() => ({ perimetre: 'val' })) };
    expect((await slide('Territoire', kept))?.title).toBe('Un seul périmètre à l’étude : « Val-de-Brume »');
  });

  it('a commune is not the most populous, nor one of those that are small', async () => {
    const { territoire } = study;
    const [commune] = territoire.communes;
    const communes = commune ? [{ ...commune, population: 300 }] : [];
    const text = await says('diagnostic', { territoire: { ...territoire, communes, perimetres: [] } });
    expect(text).toContain('Une commune, de moins de 500 habitants');
    expect(text).not.toMatch(/La plus peuplée|la plus peuplée|1 sur 1/);
  });

  it('a public is not the most heard, a need not the most asked, a function not the least provided', async () => {
    const publics = study.etude.publics.slice(0, 1);
    const besoins = study.besoins.slice(0, 1);
    const fonctions = study.etude.fonctions.slice(0, 1);
    const of = { fonctions: ['informer'], publics: ['salaries'], domaines: ['velo'] };
    const text = await says('diagnostic', {
      etude: { ...study.etude, publics, fonctions, domaines: study.etude.domaines.slice(0, 1) },
      besoins: besoins.map((one) => ({ ...one, fonctions: ['informer'], domaines: ['velo'] })),
      acteurs: study.acteurs.map((one) => ({ ...one, ...of })),
      outils: study.outils.map((one) => ({ ...one, ...of })),
      actions: [],
      experiences: [],
      participation: study.participation.map((one) => ({ ...one, participants: { salaries: 14 } })),
    } as Partial<Study>);
    expect(text).not.toMatch(
      /public le plus présent|sur un l’appelle|la plus attendue|la moins pourvue|moins pourvu|pèse le plus sur/,
    );
    expect(text).toContain('Il porte sur le vélo et appelle la fonction « Informer ».');
  });

  it('an action, a request, a fraction of a post are in the singular', async () => {
    const [action] = study.actions;
    const actions = action ? [{ ...action, fiabilite: 'declaratif' as const }] : [];
    const text = await says('diagnostic', { actions });
    expect(text).toContain(
      'Le territoire compte une action recensée, engagée en 2022. La figure 4 dit quand elle a commencé.',
    );
    expect(text).toContain('ce qui a fait réussir cette action ni de ce qui l’a freinée');
    expect(text).not.toMatch(/sur un \(|domaine où l’on a le plus agi|engagées en/);
    const one = scenarios(({ modalites }) => ({
      modalites: modalites.slice(0, 1).map((line) => ({ ...line, volume_annuel: 1 })),
    }));
    const labels = (await slides(one)).flatMap(({ figures = [] }) => figures.map(({ label }) => label));
    expect(labels).toContain('demande reçue par an');
    expect(labels).toContain('créé ou affecté');
    expect(labels.join('\n')).not.toMatch(/demandes reçues|créés ou affectés/);
  });

  it('a domain and a public are served first, in the singular; one crossing has somebody', async () => {
    const text = await says('scenarios', {
      etude: {
        ...study.etude,
        fonctions: study.etude.fonctions.slice(0, 1),
        domaines: study.etude.domaines.slice(0, 1).map(({ fonctions: _all, ...one }) => one),
        publics: study.etude.publics.slice(0, 1),
      },
      besoins: study.besoins.slice(0, 1),
      ...scenarios(({ roles }) => ({
        domaines_prioritaires: ['velo'],
        publics_prioritaires: ['salaries'],
        roles: roles.slice(0, 1),
      })),
    } as Partial<Study>);
    expect(text).toMatch(/Domaine servi d’abord : vélo\. Public servi d’abord : salariés\./);
    expect(text).toContain(
      'Le seul croisement d’une fonction et d’un domaine servi d’abord a quelqu’un pour le tenir.',
    );
  });
});

describe('all of them, or none', () => {
  it('receipts that are all sure are not weighed, and a gap then is no mean', async () => {
    const acquis = scenarios(({ financements }) => ({
      financements: financements.map((one) => ({
        ...one,
        statut: 'acquis' as const,
        acquis_le: '2024-02-20',
        probabilite: 1,
      })) as Scenario['financements'],
    }));
    const text = await says('mode-operatoire', acquis);
    expect(text).toContain('toutes acquises');
    expect(text).toMatch(
      /Toutes obtenues, les recettes de l’année sont de 23 500 € pour 28 500 € de dépenses : il manque 5 000 €\./,
    );
    expect(text).not.toMatch(/pesées? par|en moyenne|si toutes sont obtenues/);
    const compared = await says('scenarios', acquis);
    expect(compared).toContain('toutes les recettes sont acquises');
    expect(compared).toContain('Toutes les recettes sont acquises à ce jour, dans chacun des scénarios.');
    expect((await slide('Argent', acquis))?.title).toBe('Tous les financements sont acquis');
  });

  it('a plan that is never short, or always, is not told by 0 nor by 100 in 100', async () => {
    const rich = scenarios(({ financements }) => ({
      financements: financements.map((one) =>
        'montant' in one && one.id === 'propre' ? { ...one, montant: 90000 } : one,
      ) as Scenario['financements'],
    }));
    expect(await says('scenarios', rich)).toContain('aucun besoin de financement ne reste non couvert');
    const poor = scenarios(({ financements }) => ({
      financements: financements.map((one) => ({
        ...one,
        ...(one.id === 'propre' ? { montant: 10 } : {}),
      })) as Scenario['financements'],
    }));
    expect(await says('scenarios', poor)).toContain('un besoin de financement reste non couvert à chaque tirage');
  });

  it('conditions that are all met are told so, and the evaluation knows that they were', async () => {
    const met = (list: NonNullable<typeof mode.conditions>['techniques'] = []) =>
      list.map((one) => ({ ...one, etat: 'remplie' as const, remplie_le: '2024-05-21' }));
    const done = {
      ...mode,
      conditions: {
        techniques: met(mode.conditions?.techniques),
        juridiques: met(mode.conditions?.juridiques),
        financieres: met(mode.conditions?.financieres),
      },
      conventions: mode.conventions?.map((one) => ({ ...one, etat: 'signee' as const, signee_le: '2024-05-20' })),
    } as Study['mode_operatoire'];
    expect(await says('mode-operatoire', { mode_operatoire: done })).toContain(
      'Trois conditions sont posées, toutes remplies.',
    );
    const text = await says('bilan', { mode_operatoire: done });
    expect(text).toContain('Trois conditions sont remplies et deux conventions sont signées');
    expect(text).not.toContain('Rien n’est renseigné sur les conditions');
  });

  it('projects that were all given up are not counted among themselves', async () => {
    const text = await says(
      'bilan',
      projets(() => ({ etat: 'abandonne', motif_abandon: 'Le porteur a renoncé.' })),
    );
    expect(text).toContain('Aucun projet terminé sur deux ; tous sont abandonnés.');
    expect(
      await says(
        'fiches-projets',
        projets(() => ({ etat: 'abandonne', motif_abandon: 'Renoncé.' })),
      ),
    ).toContain('2 projets, tous abandonnés');
  });

  it('projects that all go on, and criteria that nothing supports, are told as a whole', async () => {
    const going = projets(({ id }) => ({
      etat: 'en-cours',
      ...(id === 'gare'
        ? {}
        : { evaluation: { pertinence: { note: 4, commentaire: 'Dit.' } } as NonNullable<Projet['evaluation']> }),
    }));
    expect(await says('bilan', going)).toContain('Aucun projet terminé sur deux ; tous sont en cours.');
    const note = { note: 4 as const, commentaire: 'Dit.' };
    const evaluation = {
      pertinence: note,
      coherence: note,
      efficacite: note,
      efficience: note,
      effets: note,
      durabilite: note,
    } as NonNullable<Projet['evaluation']>;
    expect(
      await says(
        'bilan',
        projets(() => ({ evaluation })),
      ),
    ).toContain('aucun n’est soutenu par une mesure');
  });

  it('actors that are all engaged, or none of whom was met, are told as a whole', async () => {
    const engaged = study.acteurs.map((one) => ({
      ...one,
      engagement: 'engage' as const,
      engagement_date: '2024-01-10',
    }));
    const text = await says('diagnostic', { acteurs: engaged });
    expect(text).toContain('Les quatre acteurs identifiés sont tous engagés, maître d’ouvrage compris');
    expect(text).not.toContain('aucun ne s’est dit volontaire');
    const sounded = study.acteurs.map(({ engagement_date: _day, ...one }) => ({
      ...one,
      engagement: 'pressenti' as const,
    }));
    expect(await says('diagnostic', { acteurs: sounded })).toMatch(/Aucun des quatre acteurs n’a de contact inscrit/);
  });

  it('needs that are all judged without an answer are not some of them', async () => {
    const besoins = study.besoins.map((one) => ({ ...one, reponse_actuelle: 'nulle' as const }));
    const text = await says('diagnostic', { besoins });
    expect(text).toContain('deux besoins, que l’analyse juge tous sans réponse');
  });

  it('without a criterion, no point nor weight is spoken of', async () => {
    const text = await says('scenarios', { criteres: null });
    expect(text).toContain('L’étude ne pose aucun critère : les scénarios ne sont pas comparés.');
    expect(text).not.toMatch(/autre pondération|Chaque critère a une échelle|poids et les échelles/);
  });

  it('a scenario that costs nothing names nobody who pays, and no share of nothing', async () => {
    const free = scenarios(({ financements, modalites, partenaires }) => ({
      moyens: { humains: [] },
      outils: [],
      financements: financements.slice(-1).map((one) => ({ ...one, montant: 0 })) as Scenario['financements'],
      modalites: modalites.map((one) => ({ ...one, part_partenaires: 1 })),
      partenaires: partenaires.slice(0, 1),
    }));
    for (const id of ['scenarios', 'mode-operatoire'] as const) {
      const text = await says(id, {
        ...free,
        mode_operatoire: { ...mode, conventions: [] } as Study['mode_operatoire'],
      });
      expect(text).not.toMatch(/chez \.|est de — des|soit — dans/);
    }
  });
});
