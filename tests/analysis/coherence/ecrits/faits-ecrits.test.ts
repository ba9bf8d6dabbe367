/** Who gives, forms, projects, days and rules that sentences tell: what is false of the example is told, what is true of it or of another thing is not. */
import { describe, expect, it } from 'vitest';
import { lecteurDe } from '../../../../src/analysis/coherence/ecrits/index.js';
import { LECTEURS } from '../../../../src/analysis/coherence/ecrits/registre.js';
import type { Study } from '../../../../src/study/study.js';
import { etudeDe } from '../../../support/composed.js';
import { jugeDeLEtude, type Phrases } from './juge.js';

/** Which of these sentences are told, by the readers that the index lets read them, and by all of them. */
function juge(study: Study, phrases: Phrases): void {
  jugeDeLEtude(study, phrases);
  const { ou, fausses } = phrases;
  const [indexed, all] = [lecteurDe(study), Object.values(LECTEURS).map(({ lire }) => lire(study))];
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
        'Le réseau animé relève d’une société coopérative.',
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
        'Le CAUE 63 a signé sa convention en août 2018.',
        'VALTOM n’a pas signé sa convention.',
        'La convention avec VALTOM n’a pas été signée.',
        'Le comité syndical a affermi la tranche optionnelle le 3 août 2018.',
        'La charte a été adoptée en septembre 2018.',
        'La convention avec la LPO Auvergne a été signée avant l’ouverture, en août 2018.',
      ],
      vraies: [
        'La convention avec Aduhme a été signée en août 2018.',
        'Aduhme a signé sa convention en août 2018.',
        'Le CAUE 63 n’a pas signé sa convention.',
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

/** Near those that are told, and true by the example, or of another thing. */
const VRAIES: readonly Phrases[] = [
  {
    ou: 'scenarios',
    fausses: [],
    vraies: [
      'La Région finance à 50 % les conseillers en énergie des intercommunalités.',
      'LEADER finance l’essentiel du réseau animé.',
      'LEADER est le principal financeur de l’atelier intégré les deux premières années.',
      'Le syndicat mixte finance le réseau animé.',
      'Billom Communauté ne finance pas le réseau animé.',
      'Les communautés de communes financent les relais de proximité.',
      'Le réseau animé n’est pas une association.',
      'Le réseau animé suppose une convention.',
      'L’atelier intégré est porté par le Parc.',
      'L’atelier intégré repose sur une régie.',
      'Les relais de proximité sont portés par les communautés de communes.',
      'Les relais de proximité couvrent le territoire LEADER.',
      'Les trois scénarios exigent une délibération.',
      'Chaque scénario demande une convention.',
      'Aucun scénario ne crée de structure.',
    ],
  },
  {
    ou: 'mode-operatoire',
    fausses: [],
    vraies: [
      'Le Parc apporte 31 500 € par an.',
      'Le syndicat mixte apporte 31 500 € au dispositif.',
      'Ambert Livradois Forez et Thiers Dore et Montagne apportent 13 000 €.',
      'LEADER apporte jusqu’à 55 000 € par an.',
      'La participation de Thiers Dore et Montagne est de 6 500 €.',
      'La participation des communautés de communes est de 13 000 € par an.',
      'L’aide LEADER a été demandée en juillet.',
      'L’aide LEADER reste incertaine.',
      'L’aide européenne n’a pas été notifiée.',
      'Le dispositif est ouvert à tout le Parc.',
      'L’expérimentation couvre le territoire LEADER.',
      'Le seuil de publicité est de 90 000 € HT.',
      'Le seuil de dispense est de 25 000 €.',
      'Le taux de LEADER est de 64 %.',
      'Le taux maximal du FEADER est de 80 %.',
      'Le plafond de l’aide est de 55 000 €.',
    ],
  },
  {
    ou: 'bilan',
    fausses: [],
    vraies: [
      'La participation des communautés de communes a été versée.',
      'Thiers Dore et Montagne a versé sa participation.',
      'Le dispositif a reçu 13 000 € des communautés de communes.',
      'L’autofinancement a été versé.',
      'LEADER n’a encore rien versé.',
      'Le GAL LEADER n’a rien versé au dispositif.',
      'L’aide régionale à la plantation a apporté 11 920 € au projet.',
      'Le fonds d’initiatives de la communauté de communes a apporté 2 000 €.',
      'Le fonds d’initiatives de la communauté de communes a apporté 3 000 € en tout.',
      'La Région a accordé son aide à la plantation.',
      'Le Département a accordé une subvention à la commune.',
      'Les haies et mares ont coûté 14 900 €.',
      'Les haies et mares ont coûté 15 000 €.',
      'Le chantier pierre sèche a coûté 3 640 €.',
      'Le chantier pierre sèche a coûté 4 180 €.',
      'Le chantier pierre sèche a mobilisé douze arbres fruitiers.',
      'Le chantier pierre sèche a relevé seize mètres de mur.',
      'Le jardin partagé compte neuf foyers participants.',
      'L’extinction nocturne a évité 1 825 heures d’éclairage.',
      'Les toits solaires citoyens sont en cours.',
      'Les toits solaires ont réuni trente et un souscripteurs.',
      'Les toits solaires ont réuni cinquante personnes en réunion.',
      'Le jardin partagé est porté par un collectif d’habitants.',
      'Les toits solaires sont portés par une intercommunalité.',
      'Le chantier pierre sèche est porté par une association.',
      'La moitié des foyers ont été interrogés.',
      'Pas un projet n’a coûté plus de 20 000 €.',
      'Un seul projet est porté par une association.',
      'Un projet sur cinq est porté par une commune.',
      'Toutes les conventions ont été signées sauf celle du bâti.',
      'Toutes les conventions ont été signées, sauf une.',
      'Six conventions sur sept ont été signées.',
      'La quasi-totalité des conventions ont été signées.',
      'Près de la moitié des demandes ont reçu une réponse directe.',
      '48 % des demandes ont reçu une réponse directe.',
      'Aucune demande n’a reçu de réponse tardive.',
      'Les deux cinquièmes des projets ne sont pas terminés.',
      'Le budget a été respecté.',
      'La plus grande part du budget a été dépensée.',
      'Le comité de pilotage a retenu les cinq projets le 25 octobre 2018.',
      'Le comité de pilotage a retenu le réseau animé le 19 avril 2018.',
      'Le comité syndical a créé l’emploi le 3 juillet 2018.',
      'Le comité syndical a affermi la tranche optionnelle en juillet 2018.',
      'Le mode opératoire a été validé par le comité de pilotage en juin 2018.',
      'Le mode opératoire a été adopté par la commune en septembre 2018.',
      'Le diagnostic a été validé en février.',
      'Le bilan a été présenté le 7 novembre 2019.',
      'Les conventions ont été signées en août et en septembre 2018.',
      'Les conventions ont été signées en août 2018.',
      'La convention avec Aduhme a été signée le 29 août 2018.',
      'La convention avec la commune a été signée en mars 2019.',
      'L’expérimentation est en cours depuis septembre 2018.',
      'Le jardin partagé est suivi depuis novembre 2018.',
      'La délibération a été prise en juillet 2018.',
    ],
  },
];

describe('sentences of the example', () => {
  it('that are true are left', async () => {
    const study = await etudeDe('data');
    for (const one of VRAIES) juge(study, one);
  });

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
