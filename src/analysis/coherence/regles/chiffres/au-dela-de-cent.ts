/** A share in per cent beyond the whole of which it is a share. */
import { nombreFr } from '../../../../texte/nombres.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/** What is measured in per cent in the study, and whether a word beside it says why it may pass a hundred. */
interface Part {
  chemin: string;
  contre: string;
  nom: string;
  valeur: number;
  dit: boolean;
}

const CENT = 100;

/** What a project measures in per cent of a start, and not of a whole. */
const SANS_PLAFOND =
  /évolution|hausse|augmentation|croissance|progression|taux|indice|rapport|ratio|rendement|autonomie|couver|consomm|réalis|objectif|prévu|production|fréquentation/i;

/** What is taken away is a part of what there was, whatever it is taken from. */
const RETRAIT = /^(?:baisse|réduction|diminution|recul|économies?)\b/i;
/** « Économies, rapportées à l’objectif », « Part de la cible atteinte » are measured against what was aimed at. */
const VISE = /objectif|prévu|cible/i;
const passeCent = (libelle: string): boolean =>
  VISE.test(libelle) || (!RETRAIT.test(libelle.trim()) && SANS_PLAFOND.test(libelle));

export const auDelaDeCent: RegleCoherence = {
  code: 'au-dela-de-cent',
  gravite: 'attention',
  titre: 'Un pourcentage passe cent.',
  explication:
    'Une part (« unite: "%" ») ne passe pas 100 : un repère du territoire, la valeur d’une référence, la cible ou la mesure d’un indicateur, du dispositif ou d’un projet. Ce qui peut la passer (une évolution, un taux d’équipement) le dit à côté : « commentaire » du repère, « methode » ou « source » de l’indicateur, « libelle » pour celui d’un projet (« Évolution de… ») ; rien n’est alors signalé. Une baisse, une réduction ou une économie ne retire pas plus que le tout.',
  exemple: '{ libelle: Évolution du parc, valeur: 134, unite: "%", commentaire: Base 100 en 2010. }',
  livrables: ['diagnostic', 'mode-operatoire', 'fiches-projets', 'bilan'],
  verifier: ({ study: { territoire, references, mode_operatoire: mode, projets } }) => {
    const parts: Part[] = [
      ...(territoire.chiffres_cles ?? []).flatMap(({ id, libelle, valeur, unite, commentaire }) =>
        unite?.trim() === '%' && typeof valeur === 'number'
          ? [
              {
                chemin: `territoire/chiffres_cles/${id}/valeur`,
                contre: `territoire/chiffres_cles/${id}/unite`,
                nom: libelle,
                valeur,
                dit: commentaire !== undefined,
              },
            ]
          : [],
      ),
      ...references.flatMap(({ id, titre, valeur, unite }) =>
        unite?.trim() === '%' && typeof valeur === 'number'
          ? [{ chemin: `references/${id}/valeur`, contre: `references/${id}/unite`, nom: titre, valeur, dit: false }]
          : [],
      ),
      ...(mode?.indicateurs ?? []).flatMap(({ id, libelle, unite, cible, mesures = [], methode, source }) => {
        const at = `mode_operatoire/indicateurs/${id}`;
        const own = { contre: `${at}/unite`, nom: libelle, dit: methode !== undefined || source !== undefined };
        return unite.trim() === '%'
          ? [
              { ...own, chemin: `${at}/cible`, valeur: cible },
              ...mesures.map(({ valeur }, i) => ({ ...own, chemin: `${at}/mesures/${i + 1}/valeur`, valeur })),
            ]
          : [];
      }),
      ...projets.flatMap(({ id, indicateurs = [] }) =>
        indicateurs.flatMap(({ libelle, unite, cible, mesures = [] }, i) => {
          const at = `projets/${id}/indicateurs/${i + 1}`;
          const own = { contre: `${at}/unite`, nom: libelle, dit: passeCent(libelle) };
          return unite.trim() === '%'
            ? [
                { ...own, chemin: `${at}/cible`, valeur: cible },
                ...mesures.map(({ valeur }, m) => ({ ...own, chemin: `${at}/mesures/${m + 1}/valeur`, valeur })),
              ]
            : [];
        }),
      ),
    ];
    return parts.flatMap(({ chemin, contre, nom, valeur, dit }): Contradiction[] =>
      dit || valeur <= CENT
        ? []
        : [
            {
              chemin,
              contre: [contre],
              message: `« ${nom} » vaut ${nombreFr(valeur)} % : une part ne passe pas cent.`,
              issue: 'Corrigez la valeur ou l’unité, ou dites de quoi elle est le pourcentage.',
              saisie: 'Cela s’écrit dans « commentaire » du repère (territoire.yaml), ou « methode » de l’indicateur.',
            },
          ],
    );
  },
};

/** An indicator in per cent, of the dispositif or of a project. */
interface EnPourcent {
  chemin: string;
  libelle: string;
  cible: number;
  mesures: readonly { valeur: number }[];
}

export const partOuPourcent: RegleCoherence = {
  code: 'part-ou-pourcent',
  gravite: 'attention',
  titre: 'Une cible est écrite en part de un, et sa mesure en pour cent.',
  explication:
    'La cible et les mesures d’un indicateur en pour cent (« unite: "%" ») s’écrivent de même : 80, et non 0,8. La règle relève une cible d’un au plus dont une mesure vaut dix ou plus, et une cible de dix ou plus dont toutes les mesures sont entre zéro et un.',
  livrables: ['mode-operatoire', 'fiches-projets', 'bilan'],
  verifier: ({ study: { mode_operatoire: mode, projets } }) => {
    const own = (
      chemin: string,
      {
        libelle,
        unite,
        cible,
        mesures = [],
      }: Omit<EnPourcent, 'chemin' | 'mesures'> & { unite: string; mesures?: EnPourcent['mesures'] },
    ): EnPourcent[] => (unite.trim() === '%' ? [{ chemin, libelle, cible, mesures }] : []);
    return [
      ...(mode?.indicateurs ?? []).flatMap((one) => own(`mode_operatoire/indicateurs/${one.id}`, one)),
      ...projets.flatMap(({ id, indicateurs = [] }) =>
        indicateurs.flatMap((one, i) => own(`projets/${id}/indicateurs/${i + 1}`, one)),
      ),
    ].flatMap(({ chemin, libelle, cible, mesures }): Contradiction[] => {
      const rank = mesures.findIndex(({ valeur }) => valeur >= 10);
      const inPart = cible > 0 && cible <= 1 && rank >= 0;
      const measured = cible >= 10 && mesures.length > 0 && mesures.every(({ valeur }) => valeur > 0 && valeur < 1);
      const one = mesures[inPart ? rank : 0];
      if (!one || (!inPart && !measured)) return [];
      return [
        {
          chemin: `${chemin}/cible`,
          contre: [`${chemin}/mesures/${(inPart ? rank : 0) + 1}/valeur`],
          message: `« ${libelle} » vise ${nombreFr(cible)} %, et est mesuré à ${nombreFr(one.valeur)} %.`,
          issue: 'Écrivez les deux en pour cent.',
          saisie: '« cible: 80 » et « valeur: 78 », et non 0.8 ni 0.78.',
        },
      ];
    });
  },
};

export const AU_DELA_DE_CENT = [auDelaDeCent, partOuPourcent] as const;
