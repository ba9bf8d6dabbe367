/** Who gives, forms, projects, days and rules that sentences tell: what is false of the example is told, what is true of it or of another thing is not. */
import { describe, expect, it } from 'vitest';
import { lecteurDe } from '../../../../src/analysis/coherence/ecrits/index.js';
import { LECTEURS } from '../../../../src/analysis/coherence/ecrits/registre.js';
import type { Study } from '../../../../src/study/study.js';
import { etudeDe } from '../../../support/composed.js';

interface Phrases {
  ou: string;
  fausses: readonly string[];
  vraies: readonly string[];
}

/** Which of these sentences are told, by the readers that the index lets read them, and by all of them. */
function juge(study: Study, { ou, fausses, vraies }: Phrases): void {
  const [indexed, all] = [lecteurDe(study), Object.values(LECTEURS).map(({ lire }) => lire(study))];
  const told = (phrases: readonly string[]): string[] => phrases.filter((phrase) => indexed(phrase, ou).length > 0);
  expect(told(fausses)).toEqual(fausses);
  expect(told(vraies)).toEqual([]);
  const read = fausses.filter((phrase) => all.some((lire) => lire(phrase, ou).length > 0));
  expect(read, 'the index leaves none aside').toEqual(fausses);
  expect(
    fausses.filter((phrase) => indexed(phrase, ou).length > 1),
    'one fact is told once',
  ).toEqual([]);
}

const PHRASES: Readonly<Record<string, readonly Phrases[]>> = {
  'who gives how much, and where the money stands': [
    {
      ou: 'scenarios',
      fausses: [
        'La Région apporte 40 000 € à l’atelier intégré.',
        'La Région finance le réseau animé.',
        'Le syndicat mixte apporte 31 500 € aux relais de proximité.',
        'Thiers Dore et Montagne apporte la moitié du budget du réseau animé.',
      ],
      vraies: [
        'La Région apporterait 25 000 € à l’atelier intégré.',
        'La Région ne finance pas le réseau animé.',
        'Le syndicat mixte apporte 45 000 € aux relais de proximité.',
        'Thiers Dore et Montagne apporte la moitié de la participation des communautés de communes.',
        'Si la Région apportait 40 000 €, le reste à charge baisserait.',
        'Le Département apporte un appui technique à ses communes.',
        'La Région finance les conseillers en énergie.',
        'Les communes apportent chacune une salle.',
        'Le poste est financé à 64 % par LEADER.',
        'La Région apporte un quart des recettes d’un dispositif voisin.',
      ],
    },
    {
      ou: 'mode-operatoire',
      fausses: ['L’aide LEADER est acquise.', 'Les communautés de communes apportent 26 000 €.'],
      vraies: [
        'L’aide LEADER n’est pas acquise.',
        'Les communautés de communes apportent 13 000 €.',
        'Le syndicat mixte avance 40 000 € de trésorerie au départ.',
        'La demande LEADER a été déposée en juillet 2018.',
        'Le GAL LEADER n’a rien promis par écrit.',
        'La Région est sollicitée pour son avis.',
      ],
    },
    {
      ou: 'bilan',
      fausses: [
        'Ambert Livradois Forez n’a rien versé.',
        'La participation des communautés de communes reste à obtenir.',
      ],
      vraies: [
        'Ambert Livradois Forez a versé 6 500 €.',
        'La participation des communautés de communes a été obtenue.',
        'Le syndicat mixte a versé 12 825 € à trois partenaires.',
        'La Région a versé 11 920 € au groupe de fermes.',
      ],
    },
    {
      ou: 'fiches-projets',
      fausses: ['L’aide régionale à la plantation a apporté 14 000 €.'],
      vraies: ['L’aide régionale à la plantation a apporté 11 920 €.'],
    },
    {
      ou: 'diagnostic',
      fausses: [],
      vraies: ['Le Département finance l’éclairage public des communes.'],
    },
  ],
  'the form, the bearer and the perimeter of a scenario': [
    {
      ou: 'scenarios',
      fausses: [
        'Le réseau animé est porté par une association.',
        'Les relais de proximité reposent sur une société coopérative.',
        'Le réseau animé s’étend à tout le Parc.',
        'Les trois scénarios créent une nouvelle structure.',
        'L’atelier intégré suppose de créer une association.',
      ],
      vraies: [
        'Le réseau animé est porté par le syndicat mixte du Parc.',
        'Les relais de proximité reposent sur une entente.',
        'Le réseau animé s’étend à tout le territoire LEADER.',
        'Aucun des trois scénarios ne crée de nouvelle structure.',
        'L’atelier intégré suppose de créer deux emplois.',
        'Le réseau animé est porté par l’enthousiasme de ses partenaires.',
        'L’atelier intégré est une variante de la régie.',
        'Les relais de proximité demandent une convention entre employeurs.',
        'Le réseau animé s’étend à tout le Parc pour les simples réponses.',
        'À terme, le réseau animé pourrait s’étendre à tout le Parc.',
        'Le réseau animé crée une nouvelle habitude.',
        'Le réseau animé est une convention entre partenaires.',
      ],
    },
    {
      ou: 'mode-operatoire',
      fausses: ['Le dispositif est porté par le Conseil départemental du Puy-de-Dôme.'],
      vraies: [
        'Le dispositif est porté par le syndicat mixte.',
        'Le dispositif est porté à la connaissance des communes par le bulletin municipal.',
      ],
    },
  ],
  'projects by their names, and how many are in a state': [
    {
      ou: 'bilan',
      fausses: [
        'Le projet de jardin partagé est terminé.',
        'Les toits solaires citoyens sont achevés.',
        'L’extinction nocturne a réuni soixante personnes à la réunion publique.',
        'Aucune demande n’a reçu de visite.',
        'La plupart des demandes ont donné lieu à une visite.',
        'La moitié du budget a été dépensée.',
        'Un projet sur cinq a été abandonné.',
        'Toutes les conventions ont été signées sauf deux.',
        'La moitié des demandes sont encore en cours.',
      ],
      vraies: [
        'Le projet de jardin partagé n’est pas terminé.',
        'Les toits solaires citoyens se poursuivent.',
        'L’extinction nocturne a réuni quarante personnes à la réunion publique.',
        'Aucune demande n’a été comptée depuis le 31 août 2019.',
        'Un quart des demandes ont donné lieu à une visite.',
        'Moins de la totalité du budget a été dépensée.',
        'Aucun projet n’a été abandonné.',
        'Toutes les conventions ont été signées sauf une.',
        'Trois demandes sont encore en cours.',
        'La plantation du jardin partagé a été abandonnée au printemps.',
        'Le jardin partagé est terminé pour ce qui est du compostage.',
        'Les toits solaires citoyens sont achevés dans la commune voisine.',
        'L’extinction nocturne a réuni sept personnes en conseil municipal.',
        'Le chantier pierre sèche est porté par la commune voisine en 2015.',
        'Aucune demande n’a été refusée sans motif.',
        'La moitié des demandes viennent des communes.',
        'Le jardin partagé aura abouti quand il sera planté.',
        'Pas un euro n’a été versé par l’Europe.',
        'Trois projets sont terminés.',
      ],
    },
    {
      ou: 'fiches-projets',
      fausses: ['Le chantier pierre sèche a formé vingt bénévoles.', 'Les haies et mares ont coûté 18 000 €.'],
      vraies: ['Le chantier pierre sèche a formé quatorze bénévoles.', 'Les haies et mares ont coûté 14 900 €.'],
    },
  ],
  'the days of decisions, of signatures and of an opening': [
    {
      ou: 'mode-operatoire',
      fausses: [
        'Le COPIL du 19 avril 2018 a validé le diagnostic.',
        'Le réseau animé a été retenu le 21 juin 2018.',
        'Le comité de pilotage du 21 juin 2018 a retenu le réseau animé.',
      ],
      vraies: [
        'Le COPIL du 22 février 2018 a validé le diagnostic.',
        'Le réseau animé a été retenu le 19 avril 2018.',
        'Le comité de pilotage du 21 juin 2018 a validé le mode opératoire.',
        'Le comité de pilotage du 19 avril 2018 est revenu sur le diagnostic, validé en février.',
        'Le diagnostic de l’éclairage a été validé en décembre 2018.',
      ],
    },
    {
      ou: 'bilan',
      fausses: [
        'La convention avec Aduhme a été signée en juin 2018.',
        'La convention avec VALTOM n’a pas été signée.',
        'Le comité syndical a affermi la tranche optionnelle le 3 août 2018.',
        'La charte a été adoptée en septembre 2018.',
        'La convention avec la LPO Auvergne a été signée avant l’ouverture, en août 2018.',
      ],
      vraies: [
        'La convention avec Aduhme a été signée en août 2018.',
        'La convention avec VALTOM a été signée en juillet 2018.',
        'Le comité syndical a affermi la tranche optionnelle le 3 juillet 2018.',
        'La charte a été adoptée en juillet 2018.',
        'La convention avec la LPO Auvergne a été signée après l’ouverture, en septembre 2018.',
        'Une convention avec Aduhme avait été signée en 2014.',
        'La convention avec le CAUE 63 devait être signée en août 2018.',
        'Le réseau animé a été présenté le 22 février 2018.',
        'La charte des partenaires du programme LEADER a été adoptée en septembre 2014.',
      ],
    },
  ],
  'the values of rules of law': [
    {
      ou: 'mode-operatoire',
      fausses: ['Le seuil de dispense de procédure est de 40 000 € HT.'],
      vraies: [
        'Le seuil de dispense de procédure est de 25 000 € HT.',
        'Le seuil de dispense de procédure était de 15 000 € HT avant 2015.',
        'La participation minimale demandée aux fermes est de 30 %.',
      ],
    },
    {
      ou: 'scenarios',
      fausses: ['Le seuil de procédure formalisée est de 90 000 € HT.'],
      vraies: ['Le seuil de procédure formalisée est de 221 000 € HT.'],
    },
  ],
};

describe('sentences of the example', () => {
  for (const [quoi, phrases] of Object.entries(PHRASES))
    it(quoi, async () => {
      const study = await etudeDe('data');
      for (const one of phrases) juge(study, one);
    });
});

it('money that was obtained, a form and a project that have changed', async () => {
  const study = await etudeDe('data');
  const { scenarios, projets, mode_operatoire: mode } = study;
  const acquis = { statut: 'acquis', acquis_le: '2018-02-01', probabilite: 1 } as const;
  const autre: Study = {
    ...study,
    scenarios: scenarios.map((one) => ({
      ...one,
      ...(one.id === 'relais-proximite'
        ? { forme_juridique: 'association', nouvelle_entite: true, perimetre: 'parc' }
        : {}),
      financements: one.financements.map((line) => (line.id === 'region' ? { ...line, ...acquis } : line)),
    })),
    projets: projets.map((one) => ({
      ...one,
      ...(one.id === 'jardin-partage' ? { etat: 'abandonne' } : {}),
      ...(one.id === 'chantier-pierre' ? { lieu: 'Ambert' } : {}),
    })),
    mode_operatoire: mode && {
      ...mode,
      conventions: (mode.conventions ?? []).map(({ signee_le: on, ...one }) =>
        on === undefined || one.id === 'valtom-2018' ? one : { ...one, signee_le: on },
      ),
    },
  };
  juge(autre, {
    ou: 'scenarios',
    fausses: [
      'L’aide régionale à l’ingénierie n’est que demandée.',
      'La Région apporte 12 000 € à l’atelier intégré.',
      'Les relais de proximité se limitent au territoire LEADER.',
      'Les relais de proximité prennent la forme d’une régie.',
    ],
    vraies: [
      'L’aide régionale à l’ingénierie est acquise.',
      'La Région apporte 25 000 € à l’atelier intégré.',
      'Les relais de proximité s’étendent à tout le Parc.',
      'Les relais de proximité prennent la forme d’une association.',
    ],
  });
  juge(autre, {
    ou: 'bilan',
    fausses: [
      'Le jardin partagé a abouti.',
      'Le chantier de pierre sèche s’est tenu à Thiers.',
      'La convention avec VALTOM a été signée.',
    ],
    vraies: [
      'Le jardin partagé a été abandonné.',
      'Le chantier de pierre sèche s’est tenu à Ambert.',
      'La convention avec VALTOM reste à signer.',
    ],
  });
});
