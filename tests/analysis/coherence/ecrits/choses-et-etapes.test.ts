/** Things, steps, grades, posts, presences and openings that sentences tell: what is false of two studies is told, what is true, denied, supposed, past or of a part is not. */
import { expect, it } from 'vitest';
import { lecteurDe } from '../../../../src/analysis/coherence/ecrits/index.js';
import { LECTEURS } from '../../../../src/analysis/coherence/ecrits/registre.js';
import { etudeDe } from '../../../support/composed.js';

interface Phrases {
  etude: string;
  ou: string;
  fausses: readonly string[];
  vraies: readonly string[];
}

const CAS: Readonly<Record<string, readonly Phrases[]>> = {
  'the things of a project, and what became of them': [
    {
      etude: 'data',
      ou: 'bilan',
      fausses: [
        'Les cinq fermes du groupe ont signé leur plan d’entretien.',
        'Les trois fermes du groupe ont signé leur plan d’entretien.',
        'Les toits solaires ont porté sur trois bâtiments.',
        'Aux toits solaires, aucun toit n’est reporté.',
        'Les deux toits étudiés ont été retenus.',
        'Les trois mares ont été restaurées.',
        'Aucune mare n’a été abandonnée.',
        'La troisième mare a été restaurée.',
        'Le second toit a été équipé.',
      ],
      vraies: [
        'Les quatre fermes, réunies en juillet 2019, ont signé le plan d’entretien.',
        'Trois fermes sur quatre avaient déjà planté des haies.',
        'Les six fermes voisines qui ont visité le chantier n’ont pas déposé de demande.',
        'Si les cinq fermes s’étaient engagées, la commande aurait coûté moins cher.',
        'Les toits solaires ont porté sur deux bâtiments.',
        'Aucun toit n’aurait été reporté si la charpente avait été vérifiée plus tôt.',
        '« Les deux toits seront équipés », espérait un élu.',
        'Les deux toits ont été étudiés.',
        'Deux mares sur trois ont été restaurées.',
        'Les trois mares devaient être restaurées ; deux l’ont été.',
        'Le second toit n’a pas été retenu.',
        'La première mare a été restaurée en février.',
      ],
    },
  ],
  'the steps and the grades of a project, and what it took': [
    {
      etude: 'data',
      ou: 'bilan',
      fausses: [
        'La souscription des toits solaires est close.',
        'La plantation du jardin est faite.',
        'La plantation du verger n’est pas terminée.',
        'La durabilité du jardin partagé est notée 4 sur 5.',
        'Le jardin partagé a obtenu 4 en efficience.',
        'Les deux projets en cours se sont terminés en août.',
        'Le chantier de pierre sèche a pris moins de jours d’agent que prévu.',
        'L’extinction nocturne a coûté moins que prévu.',
        'Les haies et mares ont coûté plus cher que prévu.',
        'Aucune convention n’a été signée en retard.',
        'Cinq conventions ont été signées après la date prévue.',
        'Toutes les conventions ont été signées à temps.',
        'La convention du VALTOM a été signée après l’ouverture du dispositif.',
        'La LPO a signé sa convention en août 2018.',
        'Les cinq projets ont 5 en pertinence.',
        'Quatre porteurs sont privés.',
        'Le jardin partagé est porté par la commune.',
      ],
      vraies: [
        'La souscription des toits solaires n’est pas close.',
        'La souscription des toits solaires devrait être close au printemps.',
        'La plantation du jardin n’est pas faite.',
        'L’installation du composteur est achevée.',
        'L’efficience du jardin partagé est notée 2 sur 5.',
        'Le jardin partagé n’a pas obtenu 4 en efficience.',
        'Les deux projets en cours ne sont pas terminés.',
        'Les projets en cours seront terminés en 2020.',
        'Les toits solaires ont demandé moins de jours d’agent que prévu.',
        'Les haies et mares ont coûté moins cher que prévu.',
        'Trois conventions ont été signées en retard.',
        'La convention avec la LPO a été signée après l’ouverture du dispositif.',
        'Les cinq projets ont 4 en pertinence.',
        'Trois porteurs sont privés.',
        'Les toits solaires sont portés par la communauté de communes.',
        'Le chantier de pierre sèche est porté par l’association du village.',
      ],
    },
  ],
  'who gave to a project': [
    {
      etude: 'data',
      ou: 'bilan',
      fausses: [
        'L’appel à projets a apporté 2 000 € aux toits solaires.',
        'La communauté de communes a accordé 3 000 € au chantier de pierre sèche.',
        'Le syndicat d’énergie a refusé son aide à l’extinction nocturne.',
        'Le Département a accordé 3 000 € au jardin partagé.',
        'La Région a accordé 40 000 €.',
        'Le Conseil départemental a versé 15 000 € au dispositif.',
        'L’Agence de l’eau finance le dispositif.',
        'La Région a financé un tiers du dispositif.',
        'L’aide européenne a été versée en août 2019.',
        'LEADER a payé 30 000 € en 2019.',
      ],
      vraies: [
        'L’appel à projets a refusé son aide aux toits solaires.',
        'La communauté de communes a accordé 2 000 € au chantier de pierre sèche.',
        'Le syndicat d’énergie a accordé 1 800 € à l’extinction nocturne.',
        'L’intercommunalité a apporté 5 600 € aux toits solaires.',
        'Le Département pourrait accorder 3 000 € au jardin partagé.',
        'Le Département n’a rien versé au dispositif.',
        'La Région a financé des haies.',
        'L’ADEME finance un réseau voisin.',
        'L’aide européenne n’a pas été versée en août 2019.',
        'Les communautés de communes ont versé 13 000 €.',
        'Le Département pourrait financer le dispositif en 2020.',
        'L’association a apporté 2 180 € au chantier de pierre sèche.',
      ],
    },
  ],
  'posts, presences and openings': [
    {
      etude: 'data',
      ou: 'bilan',
      fausses: [
        'L’agent d’appui administratif a été recruté pour l’expérimentation.',
        'Deux animateurs à temps plein font vivre le réseau.',
        'Le Conseil régional était présent quand le scénario a été choisi.',
        'Le Conseil départemental était absent le 19 avril 2018.',
        'L’appel à projets s’est clos le 25 octobre 2018.',
        'Le réseau animé a ouvert en octobre 2018.',
        'La tranche optionnelle a été affermie par 35 voix.',
      ],
      vraies: [
        'L’agent d’appui, recruté en 2012, a consacré un tiers de son temps au dispositif.',
        'L’agent d’appui n’a pas été recruté pour l’expérimentation.',
        'Un animateur à 80 % fait vivre le réseau.',
        'Le Conseil régional n’était pas présent quand le scénario a été choisi.',
        'Le Conseil régional était présent à la réunion du 22 février 2018.',
        'L’appel à projets s’est ouvert le 3 septembre 2018.',
        'Le réseau animé a ouvert en septembre 2018.',
        'L’emploi d’animateur a été créé par 37 voix.',
        'Un deuxième animateur serait nécessaire au-delà de 160 demandes.',
      ],
    },
    {
      etude: 'data',
      ou: 'scenarios/2',
      fausses: [
        'Le réseau animé emploie un responsable à temps plein.',
        'L’animateur occupe 0,5 équivalent temps plein.',
        'Le réseau animé compte cinq animateurs.',
        'Le délai de mise en place est de six mois.',
        'La Région y apporte 40 000 €.',
      ],
      vraies: [
        'Le réseau animé emploie un animateur à 80 %, là où l’atelier intégré emploie un responsable à temps plein.',
        'L’animateur occupe 0,8 équivalent temps plein.',
        'Le réseau animé finance douze animations par an.',
        'Le réseau animé compte deux postes.',
        'Il faut deux mois pour délibérer.',
        'La Région n’y apporte rien.',
        'Un responsable à temps plein coûterait plus cher.',
      ],
    },
    {
      etude: 'tests/fixtures/autre-etude',
      ou: 'scenarios/0',
      fausses: [
        'La maison en centre-bourg ouvre cinq jours par semaine.',
        'La maison en centre-bourg emploie deux remorques.',
        'Le budget communautaire y met 18 000 €.',
      ],
      vraies: [
        'La maison en centre-bourg ouvre trois jours par semaine.',
        'La maison en centre-bourg emploie une remorque.',
        'La maison en centre-bourg n’ouvre pas cinq jours par semaine.',
        'Le budget communautaire y met 28 000 €.',
      ],
    },
  ],
  'former actions that cost and that are over': [
    {
      etude: 'tests/fixtures/autre-etude',
      ou: 'diagnostic',
      fausses: ['La Bourse aux vélos a coûté 2 100 €.', 'Le Marché du soir est terminé.'],
      vraies: [
        'La Bourse aux vélos a coûté 1 200 €.',
        'La Bourse aux vélos est terminée.',
        'Le Marché du soir n’est pas terminé.',
      ],
    },
  ],
};

it.each(Object.entries(CAS))('%s', async (_, cas) => {
  for (const { etude, ou, fausses, vraies } of cas) {
    const study = await etudeDe(etude);
    const lire = lecteurDe(study);
    const told = (phrases: readonly string[]): string[] => phrases.filter((phrase) => lire(phrase, ou).length > 0);
    expect(told(fausses)).toEqual(fausses);
    expect(told(vraies)).toEqual([]);
    const all = Object.values(LECTEURS).map((one) => one.lire(study));
    expect(vraies.filter((phrase) => all.some((one) => one(phrase, ou).length > 0))).toEqual([]);
  }
});
