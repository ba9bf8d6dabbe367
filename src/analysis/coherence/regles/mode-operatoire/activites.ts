/** Who does what, said once: an activity and who answers for it, a post and the time that its contract is for. */
import { group } from 'd3-array';
import { phraseNue } from '../../../../texte/identifiant.js';
import { nombreFr } from '../../../../texte/nombres.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

export const activiteDeuxFois: RegleCoherence = {
  code: 'activite-deux-fois',
  gravite: 'attention',
  titre: 'La même activité a deux responsables.',
  explication:
    'Le partage des rôles (« raci ») dit une fois chaque activité, et un seul qui l’approuve (« approuve ») : deux lignes de même « activite » et d’approbateurs différents se contredisent.',
  livrables: ['mode-operatoire'],
  verifier: ({ study, acteur }) => {
    const lines = (study.mode_operatoire?.raci ?? []).map((one, i) => ({ ...one, rang: i + 1 }));
    return [...group(lines, ({ activite }) => phraseNue(activite)).values()].flatMap(
      ([first, ...others]): Contradiction[] => {
        const other = others.find(({ approuve }) => approuve !== first?.approuve);
        if (!first || !other) return [];
        return [
          {
            chemin: `mode_operatoire/raci/${other.rang}/approuve`,
            contre: [`mode_operatoire/raci/${first.rang}/approuve`],
            message: `« ${first.activite} » est approuvé par ${acteur(first.approuve)} sur une ligne, et par ${acteur(other.approuve)} sur une autre.`,
            issue: 'Gardez une ligne, ou nommez deux activités.',
            saisie: 'Une activité se nomme dans « raci.activite » (mode-operatoire.yaml).',
          },
        ];
      },
    );
  },
};

/** What a contract says of the time, and the part of a full time that it is; « temps partiel » is any part. */
const TEMPS: readonly (readonly [RegExp, (etp: number) => boolean, string])[] = [
  [/\btemps (?:plein|complet)\b/, (etp) => etp % 1 === 0, 'à temps plein'],
  [/\b(?:temps partiel|temps non complet)\b/, (etp) => etp % 1 !== 0, 'à temps partiel'],
  [/\bmi-temps\b/, (etp) => Math.abs((etp % 1) - 0.5) < 0.01, 'à mi-temps'],
];

export const tempsDuContrat: RegleCoherence = {
  code: 'temps-du-contrat',
  gravite: 'attention',
  titre: 'Une fiche de poste dit un autre temps de travail que son équivalent temps plein.',
  explication:
    'Le contrat d’une fiche de poste (« contrat ») qui dit « temps plein », « temps partiel » ou « mi-temps », un seul des trois, s’accorde avec « etp » : un entier, une part, ou une moitié. Une phrase qui laisse le choix (« ou », « selon ») n’est pas comparée.',
  livrables: ['mode-operatoire'],
  verifier: ({ study }) =>
    (study.mode_operatoire?.fiches_de_poste ?? []).flatMap(({ profil, etp, contrat = '' }, i): Contradiction[] => {
      const plain = phraseNue(contrat);
      const said = TEMPS.filter(([words]) => words.test(plain));
      const [only] = said;
      if (!only || said.length > 1 || /\b(?:ou|selon|puis|pas|possible|a defaut)\b/.test(plain) || only[1](etp))
        return [];
      return [
        {
          chemin: `mode_operatoire/fiches_de_poste/${i + 1}/contrat`,
          contre: [`mode_operatoire/fiches_de_poste/${i + 1}/etp`],
          message: `la fiche « ${profil} » est d’un contrat ${only[2]} (« ${contrat} »), et compte ${nombreFr(etp)} ETP.`,
          issue: 'Accordez le contrat et la quotité.',
        },
      ];
    }),
};

export const ACTIVITES = [activiteDeuxFois, tempsDuContrat] as const;
