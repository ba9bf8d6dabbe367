/** Those who pay a scenario are among the partners that it shows. */
import { describe, expect, it } from 'vitest';
import { chiffrer } from '../../../src/analysis/scenarios/chiffrage.js';
import { payeursRembourses } from '../../../src/analysis/scenarios/financement/caisse-du-porteur.js';
import { partenairesEtPayeurs } from '../../../src/analysis/scenarios/financement/payeurs.js';
import { donneurs, nomDuFinanceur, sourcesNommees } from '../../../src/analysis/scenarios/financement/regles-aides.js';
import { hypothesesDe } from '../../../src/analysis/scenarios/hypotheses.js';
import { etudeAvecScenarios, scenario } from '../small-scenario.js';

describe('partners and payers', () => {
  const [source] = scenario('a').financements;
  if (!source) throw new Error('a source expected');
  const { groupe: _, ...own } = source;
  const base = { ...own, nature: 'subvention' as const };

  it('a funder that no partner names is one, each member of a group for itself, once', () => {
    const found = partenairesEtPayeurs({
      porteur: 'cdc',
      partenaires: [{ acteur: 'asso', role: 'operateur' }],
      financements: [
        { ...base, id: 'a', libelle: 'Aide', financeur: 'region' },
        { ...base, id: 'b', libelle: 'Prime', financeur: 'region' },
        {
          ...base,
          id: 'c',
          libelle: 'Part',
          nature: 'participation',
          financeur: 'x',
          groupe: [
            { acteur: 'x', part: 0.5 },
            { acteur: 'asso', part: 0.5 },
          ],
        },
      ] as Parameters<typeof partenairesEtPayeurs>[0]['financements'],
    });
    expect(found).toEqual([
      { acteur: 'asso', role: 'operateur' },
      { acteur: 'region', role: 'financeur', apport: 'Aide ; Prime.' },
      { acteur: 'x', role: 'financeur', apport: 'Part.' },
    ]);
  });

  it('another who pays is taken to be refunded by the bearer, unless a source says that it is funded aside', () => {
    const lines = ['cdc', 'asso', 'asso', 'lycee'].map((porteur) => ({ porteur }));
    expect(payeursRembourses({ porteur: 'cdc', financements: [] }, lines)).toEqual(['asso', 'lycee']);
    expect(
      payeursRembourses({ porteur: 'cdc', financements: [{ ...base, id: 'a', assiette_porteurs: ['asso'] }] }, lines),
    ).toEqual(['lycee']);
  });
  it('own funds, receipts and a VAT given back by law make none', () => {
    const financements = [
      { ...base, id: 'propre', nature: 'autofinancement', financeur: 'cdc' },
      { ...base, id: 'ventes', nature: 'recette', financeur: 'usagers' },
      { ...base, id: 'fctva', nature: 'participation', financeur: 'etat' },
    ] as Parameters<typeof partenairesEtPayeurs>[0]['financements'];
    expect(partenairesEtPayeurs({ porteur: 'cdc', partenaires: [], financements })).toEqual([]);
  });

  it('what users pay needs no actor: it has a name, no giver, and is no funder who could leave', () => {
    const one = scenario('a', {
      financements: [
        { id: 'billets', nature: 'recette', montant: 400, statut: 'sollicite' },
        {
          id: 'propre',
          nature: 'autofinancement',
          financeur: 'cdc',
          libelle: 'Budget',
          montant: 600,
          statut: 'acquis',
        },
      ],
    });
    expect(sourcesNommees(one, (id) => id).financements.map(({ libelle }) => libelle)).toEqual([
      'Recettes des usagers',
      'Budget',
    ]);
    const [tickets] = one.financements;
    if (!tickets) throw new Error('a source expected');
    expect(donneurs(tickets)).toEqual([]);
    expect(nomDuFinanceur(tickets, (id) => id)).toBe('Usagers');
    // The money of a group stands under none of its members alone.
    const shared = { ...tickets, financeur: 'cdc', groupe: ['cdc', 'mare'].map((acteur) => ({ acteur, part: 0.5 })) };
    expect(nomDuFinanceur(shared, (id) => id)).toBe('cdc et mare');
    expect(partenairesEtPayeurs(one)).toEqual(one.partenaires);
    const study = etudeAvecScenarios([one]);
    const costed = chiffrer(study, one, hypothesesDe(study));
    expect(costed.recettesTotales).toBe(2000);
    expect(costed.financeurs).toEqual([{ financeur: 'cdc', part: 0.6 }]);
  });
});
