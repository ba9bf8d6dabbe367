/** What the program prints, an author may say again: no sentence of a document is told false, nor its figures unknown. */
import { describe, expect, it } from 'vitest';
import { chiffresDe } from '../../../src/analysis/chiffres/index.js';
import { lecteurDe } from '../../../src/analysis/coherence/ecrits/index.js';
import { DELIVERABLES } from '../../../src/documents/registry.js';
import { contexteProse, verifierProse } from '../../../src/documents/textes/verifier.js';
import { composee, etudeVive } from '../../support/composed.js';
import { lignesDuDocument } from '../../support/prose.js';

describe.each(['data', 'modeles/exemple', 'tests/fixtures/autre-etude'])('the documents of %s', (folder) => {
  it('say nothing that a reader of sentences denies', async () => {
    const study = await etudeVive(folder);
    const lire = lecteurDe(study);
    const told: string[] = [];
    let read = 0;
    for (const livrable of DELIVERABLES) {
      const composed = await composee(folder, livrable);
      const ou = livrable === 'copil' ? 'bilan' : livrable;
      for (const { tree } of composed?.produced ?? [])
        for (const { texte } of lignesDuDocument(tree))
          for (const phrase of texte.split(/(?<=[.!?…])\s+|\n/u)) {
            read++;
            told.push(...lire(phrase, ou).map(({ dit }) => `${livrable} : ${phrase} — ${dit}`));
          }
    }
    expect(read).toBeGreaterThan(100);
    expect(told).toEqual([]);
  });
});

describe('a figure that a page prints', () => {
  const codes = async (livrable: string, date: string, phrases: readonly string[]): Promise<string[]> => {
    const study = await etudeVive('data');
    const contexte = contexteProse(study, chiffresDe(study, date), date);
    return phrases.flatMap((markdown) =>
      verifierProse(
        { livrable, section: 's', fichier: 's.md', brut: markdown, markdown, decalage: 0, place: 'fin', images: [] },
        contexte,
      ).map(({ code, message }) => `${code} ${message}`.replaceAll(/\s/g, ' ')),
    );
  };

  it('is one of the study', async () => {
    expect(
      await codes('bilan', '2019-12-12', [
        'Le dispositif a dépensé 93 190 €, un peu moins que les 97 915 € prévus.',
        'Reçu : 44 500 € pour 96 926 € attendus.',
      ]),
    ).toEqual([]);
    expect(
      await codes('scenarios', '2018-04-30', [
        'Il y a 294 337 € de recettes pour 290 742 € de dépenses ; l’année 1 laisse 989 € à couvrir.',
      ]),
    ).toEqual([]);
    // What a costing that adds the VAT given back is the source of, the days of a post, what is rendered over the plan.
    expect(
      await codes('mode-operatoire', '2018-06-14', [
        'Il manquerait en moyenne 23 492 € la première année.',
        'Si l’aide européenne est refusée, il resterait 38 445 € à trouver malgré le repli.',
        'Le plus long des chemins demande 257 jours ouvrés.',
        'La section de fonctionnement laisse −4 663 € en 2018 et 3 674 € en 2019.',
        'Le solde tomberait à −71 527 €.',
      ]),
    ).toEqual([]);
    expect(
      await codes('scenarios', '2018-04-30', [
        'Le personnel coûte 52 100 €, puis 52 882 € et 53 675 €.',
        'L’animateur apporte 124 jours, l’appui 46.',
        'En trois ans, 115 services seraient rendus et 276 demandes reçues.',
      ]),
    ).toEqual([]);
  });

  it('may count some of what is counted, a commune, a threshold or what a source counts', async () => {
    expect(
      await codes('diagnostic', '2018-02-15', [
        'La fonction la plus attendue est l’accompagnement : 16 besoins sur 30 l’appellent.',
        'La plus peuplée est Thiers, avec 11 700 habitants.',
        'Le bilan de 2015 compte 162 communes et 103 171 habitants.',
        'Une commune de moins de 500 habitants a rarement un service technique.',
        'La densité est de 46,2 habitants au km².',
      ]),
    ).toEqual([]);
  });

  it('is still told when it is not, or when all are counted', async () => {
    expect(
      await codes('diagnostic', '2018-02-15', [
        'L’inventaire compte 28 besoins.',
        'Les 54 acteurs.',
        'Elle rassemble 11 643 habitants.',
        'Il y manque 4 321 987 €.',
      ]),
    ).toEqual([
      "chiffre-perime « 28 besoins » ne correspond à aucun calcul de l'étude.",
      "chiffre-perime « 54 acteurs » ne correspond à aucun calcul de l'étude.",
      "chiffre-perime « 11 643 habitants » ne correspond à aucun calcul de l'étude.",
      "chiffre-sans-origine « 4 321 987 » n'est ni dans les données de l'étude, ni dans ses calculs.",
    ]);
  });
});
