/** What the deliverables say of what is not known, nor done yet. */
import { describe, expect, it } from 'vitest';
import type { Study } from '../../src/study/study.js';
import { compose, projets, says, slide, study } from '../support/etats.js';

describe('what is not known', () => {
  it('inhabitants that no commune tells are not none', async () => {
    const { territoire } = study;
    const communes = territoire.communes.map(({ population: _all, ...one }) => one);
    const change = { territoire: { ...territoire, communes } } as Partial<Study>;
    const text = await says('scenarios', change);
    expect(text).not.toMatch(/habitants, 0|soit —/);
    const held = (await slide('Territoire', change))?.table?.flat().join('\n');
    expect(held).toContain('3 communes, population non renseignée');
    const epci = (await compose('diagnostic', change)).tree.body.flatMap((block) =>
      block.type === 'table' && block.exhibit.name === 'epci' ? block.exhibit.columns.map(({ header }) => header) : [],
    );
    expect(epci).toEqual(['Intercommunalité', 'Communes', 'Superficie (km²)']);
  });

  it('goals that nothing measures are not missed', async () => {
    const spent = projets(() => ({ budget: [{ poste: 'Achats', prevu: 1000, realise: 1000 }] }));
    const text = await says('bilan', spent);
    expect(text).toContain('aucun objectif n’est mesuré');
    expect(text).not.toContain('aucun objectif atteint');
  });

  it('a tool whose availability nobody wrote is not « none »', async () => {
    const outils = study.outils.map(({ disponibilite: _state, ...one }) => one);
    const text = await says('diagnostic', { outils });
    expect(text).not.toMatch(/outil(?: recensé)?, aucun/);
    expect(text).toContain('disponibilité non renseignée');
  });

  it('where nobody was heard, a slide draws nothing and warns of no collection', async () => {
    const besoins = study.besoins.map(({ mentions: _cited, ...one }) => one);
    const found = await slide('Méthode', { participation: [], besoins }, 'commission-a');
    expect(found?.title).toBe('Personne n’a encore été entendu');
    expect(found).not.toHaveProperty('chart');
    expect(found?.caution).toBeUndefined();
  });

  it('a public that was heard and of whom no need is written is not « to be met »', async () => {
    const text = await says('diagnostic', { besoins: study.besoins.slice(0, 1) });
    expect(text).toContain(
      'Pourtant, ce public compte 6 participations : ce qu’il attend est à tirer de ce qui a été entendu',
    );
    expect(text).not.toContain('est à rencontrer avant toute priorité');
  });
});

it('a written consultation to come is not closed yet', async () => {
  const reunions = study.reunions.map((one) =>
    one.id === 'commission-b'
      ? { ...one, etat: 'prevue' as const, consultation_ecrite: true, decisions: [], date: '2024-12-20' }
      : one,
  );
  expect(await says('copil', { reunions }, { reunion: 'commission-b' })).toContain(
    'Consultation écrite, à clore le 20 décembre 2024',
  );
});

it('a meeting that was called off is not told as one to come', async () => {
  const reunions = study.reunions.map((one) =>
    one.id === 'commission-b'
      ? { ...one, etat: 'annulee' as const, motif_annulation: 'salle fermée', decisions: [] }
      : one,
  );
  const { meta } = (await compose('copil', { reunions }, { reunion: 'commission-b' })).tree;
  expect(meta.state.label.replace(/\u00a0/g, ' ')).toBe('Réunion du 15 mars 2024 annulée : salle fermée');
});
