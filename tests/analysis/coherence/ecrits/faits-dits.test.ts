/** Actors, former actions, orders, superlatives, sheets and conventions that sentences tell: what is false of two studies is told, what is true, denied, supposed or of a part is not. */
import { it } from 'vitest';
import { etudeDe } from '../../../support/composed.js';
import { jugeDeLEtude, type Phrases } from './juge.js';

const CAS: Readonly<Record<string, readonly (Phrases & { etude: string })[]>> = {
  'where an actor and a former action stand': [
    {
      etude: 'data',
      ou: 'diagnostic',
      fausses: [
        'La ressourcerie Récup’Dore Solidaire a fermé ses portes.',
        'Le programme OrganiCité se poursuit aujourd’hui.',
        'Le réseau Cap’Actif, né en 2008, est l’une des plus anciennes actions.',
        'Le Conseil régional est déjà engagé.',
        'Une dizaine d’acteurs sont engagés.',
      ],
      vraies: [
        'La ressourcerie Récup’Dore Solidaire n’a pas fermé.',
        'Si la ressourcerie Récup’Dore Solidaire fermait, il faudrait la remplacer.',
        '« Le réseau agricole n’existe plus », dit un exploitant.',
        'Le réseau Cap’Actif, né en 1998, est l’une des plus anciennes actions.',
        'Le réseau Cap’Actif, relancé en 2008, date de 1998.',
        'La charte d’entretien a été étendue en 2013 à d’autres communes.',
        'L’Aduhme n’est pas engagée.',
        'L’Aduhme est engagée dans un autre programme.',
        'Le Conseil régional est contacté.',
        'Une dizaine d’acteurs ont été contactés.',
      ],
    },
    {
      etude: 'modeles/exemple',
      ou: 'diagnostic',
      fausses: ['La Communauté du Val est déjà engagée.'],
      vraies: ['La Communauté du Val n’est pas encore engagée.', 'Deux acteurs sont engagés.'],
    },
  ],
  'orders, superlatives and shares of the participation and of the territory': [
    {
      etude: 'data',
      ou: 'diagnostic',
      fausses: [
        'Le forum de restitution s’est tenu avant l’atelier de Lezoux.',
        'L’atelier de Lezoux, qui a réuni douze personnes, a été le plus suivi des quatre.',
        'Ambert est la commune la plus peuplée du territoire.',
        'Des trois expériences retenues, celle du Luberon est la plus récente.',
      ],
      vraies: [
        'L’atelier de Thiers s’est tenu après l’atelier d’Ambert.',
        'Les entretiens ont commencé avant l’atelier d’Ambert.',
        'L’atelier de Billom aurait dû se tenir avant l’atelier d’Ambert.',
        'L’atelier d’Ambert a réuni le plus de monde.',
        'L’atelier de Lezoux a été le plus suivi des ateliers de la plaine.',
        'L’atelier de Thiers a été le plus suivi par les habitants.',
        'Ambert est la commune la plus peuplée de son intercommunalité.',
        'Des trois expériences retenues, celle du Hainaut est la plus récente.',
        'Thiers compte un dixième des habitants.',
      ],
    },
    {
      etude: 'modeles/exemple',
      ou: 'diagnostic',
      fausses: [
        'Le Faubourg rassemble plus de la moitié des habitants.',
        'Les deux tiers des questionnaires envoyés sont revenus.',
      ],
      vraies: [
        'Le Bourg rassemble plus de la moitié des habitants.',
        'Un tiers des questionnaires envoyés sont revenus.',
      ],
    },
    {
      etude: 'data',
      ou: 'bilan',
      fausses: [
        'Avec 14 jours, la LPO est le partenaire qui a donné le plus de temps.',
        'La tranche optionnelle a été affermie par trente-neuf voix contre deux, sans abstention.',
        'Le chantier de pierre sèche a reçu 20 000 € du fonds d’initiatives.',
      ],
      vraies: [
        'Avec 27 jours, l’Aduhme est le partenaire qui a donné le plus de temps.',
        'La tranche optionnelle a été affermie par trente-neuf voix contre deux, avec trois abstentions.',
        'Le chantier de pierre sèche a reçu 2 000 € du fonds d’initiatives.',
        'La LPO Auvergne a donné le plus de temps aux inventaires.',
        'Parmi les associations naturalistes, la LPO a donné le plus de temps.',
      ],
    },
  ],
  'what was planned and what was done, by project': [
    {
      etude: 'data',
      ou: 'fiches-projets',
      fausses: [
        'La plupart des projets sont encore en cours.',
        'Tous les projets ont un porteur privé.',
        'Les cinq projets sont portés par des associations.',
        'Les toits solaires ont demandé deux jours d’agent de plus que prévu.',
        'Au jardin partagé, l’objectif de vingt foyers est dépassé.',
        'Le budget du chantier de pierre sèche a été tenu.',
        'L’appel à projets a accordé 2 000 €.',
      ],
      vraies: [
        'La plupart des projets sont terminés.',
        'Tous les projets ont un porteur.',
        'Les trois projets privés sont portés par des groupes.',
        'Les cinq projets sont portés par des acteurs du territoire.',
        'Les toits solaires ont demandé deux jours d’agent de moins que prévu.',
        'Au jardin partagé, l’objectif de vingt foyers n’est pas atteint.',
        'L’objectif de cinquante souscripteurs est atteint aux trois cinquièmes.',
        'La cible de quinze mètres est dépassée.',
        'Le budget du chantier de pierre sèche a été dépassé de 580 €.',
        'L’appel à projets devait apporter 2 000 €.',
        'L’appel à projets n’a rien accordé aux toits solaires.',
      ],
    },
    {
      etude: 'data',
      ou: 'bilan',
      fausses: [
        'Le dispositif a dépensé 93 190 €, un peu plus que ce qui était prévu.',
        'La Région a accordé 40 000 €.',
        'Aucune réunion ne s’est tenue en 2018.',
      ],
      vraies: [
        'Le dispositif a dépensé 93 190 €, un peu moins que prévu.',
        'La Région a accordé 11 920 € au groupe de fermes.',
        'Aucune réunion ne s’est tenue en 2016.',
        'Aucune réunion publique ne s’est tenue en 2018.',
      ],
    },
    {
      etude: 'modeles/exemple',
      ou: 'bilan',
      fausses: ['Les deux projets sont portés par le syndicat.'],
      vraies: ['Les deux projets sont suivis par le syndicat.'],
    },
  ],
  'what a plan will cost and who will pay, in the conditional': [
    {
      etude: 'data',
      ou: 'scenarios',
      fausses: [
        'La Région apporterait 25 000 € au réseau animé.',
        'Le syndicat mixte emploierait les quatre référents.',
        'Le réseau animé coûterait 20 000 € de plus par an que les relais de proximité.',
        'Toutes les aides sont acquises.',
        'La Région soutient financièrement le réseau animé.',
        'Dans le réseau animé, l’aide européenne est acquise.',
        'L’atelier intégré demande deux équivalents temps plein et demi.',
        'Le syndicat mixte apporte la plus grosse part des recettes du réseau animé.',
      ],
      vraies: [
        'Selon un élu, la Région apporterait 25 000 € au réseau animé.',
        'Si elle le voulait, la Région apporterait 25 000 € au réseau animé.',
        'Étendu à tout le Parc, le réseau animé coûterait 91 000 € par an.',
        'Chaque communauté de communes emploierait son référent.',
        'Le syndicat mixte emploierait le coordinateur.',
        'Les relais de proximité coûteraient 49 000 € de plus par an que le réseau animé.',
        'Toutes les aides sont à demander.',
        'Aucune aide n’est acquise.',
        'LEADER apporte la plus grosse part des recettes du réseau animé.',
        'La Région ne soutient pas financièrement le réseau animé.',
        'Dans le réseau animé, l’aide européenne n’est pas acquise.',
        'L’atelier intégré demande trois équivalents temps plein.',
      ],
    },
    {
      etude: 'modeles/exemple',
      ou: 'scenarios',
      fausses: [
        'Le groupement coûterait 4 000 € de plus par an que l’association.',
        'C’est le groupement qui demande le plus de temps de travail, avec 0,5 ETP.',
        'L’aide de la Région des Crêtes est la seule recette acquise.',
        'Trois scénarios seulement sont comparés.',
      ],
      vraies: [
        'Le groupement coûterait 4 000 € de moins par an que l’association.',
        'C’est l’association qui demande le plus de temps de travail, avec 0,6 ETP.',
        'La participation de la communauté est la seule recette acquise.',
        'Trois scénarios seulement sont proches.',
      ],
    },
  ],
  'what a convention is of, and what was retained': [
    {
      etude: 'data',
      ou: 'mode-operatoire',
      fausses: [
        'La convention avec l’Aduhme porte sur vingt-cinq jours et 6 750 k€.',
        'La convention avec l’Aduhme porte sur trente jours.',
        'En avril 2018, le comité de pilotage a retenu l’atelier intégré.',
        'Le comité technique se réunit quatre fois par an et le bureau dix fois.',
        'C’est le comité syndical qui choisit les cinq projets.',
        'Le VALTOM est payé 3 375 € pour ses quinze jours.',
      ],
      vraies: [
        'La convention avec l’Aduhme porte sur vingt-cinq jours et 6 750 €.',
        'La convention avec l’Aduhme prévoit dix jours apportés sans paiement.',
        'L’Aduhme est payée 450 € par jour.',
        'Le comité technique se réunit dix fois par an et le bureau quatre fois.',
        'C’est le comité de pilotage qui choisit les cinq projets.',
        'En avril 2018, le comité de pilotage a retenu le réseau animé.',
      ],
    },
    {
      etude: 'modeles/exemple',
      ou: 'mode-operatoire',
      fausses: [
        'La Roue libre recevra 3 600 € par an pour vingt jours d’atelier.',
        'Le 15 mars 2024, la commission a retenu le groupement.',
      ],
      vraies: [
        'La Roue libre recevra 3 600 € par an pour douze jours d’atelier.',
        'Le 15 mars 2024, la commission a retenu la coopérative.',
      ],
    },
  ],
};

it.each(Object.entries(CAS))('%s', async (_, cas) => {
  for (const { etude, ...phrases } of cas) jugeDeLEtude(await etudeDe(etude), phrases);
});
