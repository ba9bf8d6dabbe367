/** What the measures of the experiment show that calls for an answer: each finding has a code that a recommendation may cite. */
import {
  accord,
  accorder,
  compteEnLettres,
  enumerer,
  memeUnite,
  minuscule,
  quantiteFr,
  sansPoint,
} from '../../texte/accords.js';
import { euros, nombreFr, pourcent } from '../../texte/nombres.js';
import { type ConstatBilan, ecartees, guillemets, passeLeSeuil, SEUIL_DEPASSEMENT } from './constat.js';
import { duDispositif } from './constats-dispositif.js';
import type { DispositifAnalysis } from './dispositif.js';
import { prevuEtRealise, retardEnClair, soit, soitCompte } from './ecarts-en-clair.js';
import { nomDuProjet, parNote } from './noms.js';
import type { IndicateurSuivi, PrevuRealise, ProjetAnalyse } from './projets.js';
import type { CritereBilan, EcartBilan } from './types-bilan.js';

/** A note at or under this one is a finding, and so is a criterion of which more than half the notes are under `NOTE_BONNE`. */
export const NOTE_BASSE = 2;
export const NOTE_BONNE = 4;
/** A project whose step ended later than planned by more months than this is late. */
export const RETARD_MOIS = 1;

const titres = (projets: readonly ProjetAnalyse[]): string =>
  enumerer(projets.map(({ projet }) => guillemets(nomDuProjet(projet))));

/** What was planned, and by its name; nothing of what was not. */
const prevues = (libelle: string, { prevu, realise }: PrevuRealise) =>
  prevu === null ? [] : [{ libelle, prevu, realise }];

/** Projects that passed their own days or budget: a total within its limit may hide one that is not. */
function depassements(projets: readonly ProjetAnalyse[]): ConstatBilan[] {
  const over = projets.flatMap(({ projet, jours, budget }) => {
    const told = [
      ...ecartees(prevues('jours d’agent', jours), 'plus').map(
        ({ libelle, prevu, realise }) =>
          `${libelle}, ${nombreFr(realise)} pour ${nombreFr(prevu)} ${accorder('prévu', prevu)}${soitCompte('jours', prevu, realise)}`,
      ),
      ...ecartees(prevues('budget', budget), 'plus').map(
        ({ libelle, prevu, realise }) =>
          `${libelle}, ${euros(realise)} pour ${euros(prevu)} prévus, ${soit(prevu, realise)}`,
      ),
    ];
    return told.length > 0 ? [`${guillemets(nomDuProjet(projet))} (${told.join(' ; ')})`] : [];
  });
  return over.length > 0
    ? [
        {
          code: 'depassement-projets',
          texte: `${compteEnLettres(over.length, 'projet passe', 'projets passent')} ce qui ${accord(over.length, 'lui', 'leur')} était prévu de plus de ${pourcent(SEUIL_DEPASSEMENT)} : ${enumerer(over)}.`,
        },
      ]
    : [];
}

/** « (le terrain a été vendu) »; what the sheet does not say is said to be missing. */
export const raisonDAbandon = ({ motif_abandon: why }: ProjetAnalyse['projet']): string =>
  `(${why ? minuscule(sansPoint(why)) : 'la raison n’est pas écrite'})`;

const abandonEnClair = ({ projet }: ProjetAnalyse): string =>
  `${guillemets(nomDuProjet(projet))} ${raisonDAbandon(projet)}`;

function desProjets(projets: readonly ProjetAnalyse[], ecarts: readonly EcartBilan[]): ConstatBilan[] {
  const late = projets.flatMap(({ projet, retards }) => {
    const steps = retards.filter(({ mois }) => mois > RETARD_MOIS);
    return steps.length > 0 ? [`${guillemets(nomDuProjet(projet))} (${steps.map(retardEnClair).join(' ; ')})`] : [];
  });
  const open = projets.filter(({ projet }) => projet.etat !== 'termine' && projet.etat !== 'abandonne');
  const dropped = projets.filter(({ projet }) => projet.etat === 'abandonne');
  const short = projets.flatMap(({ projet, solde }) =>
    solde !== null && solde < -0.5 ? [{ projet, manque: -solde }] : [],
  );
  const blind = projets.filter(({ objectifs }) => objectifs.some(({ atteint }) => atteint === null));
  return [
    ...ecarts.flatMap(({ code, libelle, ecart, unite, genre, prevu, realise }) =>
      realise !== null && prevu !== null && ecart !== null && passeLeSeuil(ecart) && code !== 'financements'
        ? [
            {
              code: `ecart-${code}`,
              texte: `${prevuEtRealise({ libelle, unite, genre, prevu, realise })}${soitCompte(unite, prevu, realise)}.`,
            },
          ]
        : [],
    ),
    ...depassements(projets),
    ...(late.length > 0
      ? [
          {
            code: 'retard-projets',
            texte: `${compteEnLettres(late.length, 'projet a', 'projets ont')} une étape au moins en retard de plus d’un mois : ${enumerer(late)}.`,
          },
        ]
      : []),
    ...(open.length > 0
      ? [
          {
            code: 'projets-inacheves',
            texte: `${compteEnLettres(open.length, 'projet n’est', 'projets ne sont')} pas ${open.length > 1 ? 'terminés' : 'terminé'} : ${titres(open)}.`,
          },
        ]
      : []),
    ...(dropped.length > 0
      ? [
          {
            code: 'projets-abandonnes',
            texte: `${compteEnLettres(dropped.length, 'projet est abandonné', 'projets sont abandonnés')} : ${enumerer(dropped.map(abandonEnClair))}.`,
          },
        ]
      : []),
    ...short.map(({ projet, manque }) => ({
      code: 'solde-negatif',
      texte: `${guillemets(nomDuProjet(projet))} a dépensé ${euros(manque)} de plus que reçu.`,
    })),
    ...(blind.length > 0
      ? [
          {
            code: 'objectif-non-mesure',
            texte:
              blind.length === 1
                ? `Rien ne mesure un objectif de ${titres(blind)}.`
                : `${compteEnLettres(blind.length, 'projet a', 'projets ont')} un objectif au moins que rien ne mesure : ${titres(blind)}.`,
          },
        ]
      : []),
  ];
}

export function constatsDe(
  projets: readonly ProjetAnalyse[],
  ecarts: readonly EcartBilan[],
  criteres: readonly CritereBilan[],
  indicateurs: readonly (IndicateurSuivi & { id: string })[],
  dispositif: DispositifAnalysis | null,
): ConstatBilan[] {
  const unmeasured = indicateurs.filter(({ valeur }) => valeur === null);
  return [
    ...desProjets(projets, ecarts),
    ...criteres.flatMap(({ id, libelle, notes }) => {
      const low = notes.filter(({ note }) => note <= NOTE_BASSE);
      const weak = notes.filter(({ note }) => note < NOTE_BONNE).length * 2 > notes.length;
      if (low.length === 0 && !weak) return [];
      const why = low.length > 0 ? low : notes.filter(({ note }) => note < NOTE_BONNE);
      return [
        {
          code: `critere-${id}`,
          texte: `${libelle} : ${enumerer(parNote(why))}.`,
        },
      ];
    }),
    ...indicateurs.flatMap(({ id, libelle, atteint, valeur, cible, unite }) =>
      atteint === false && valeur !== null
        ? [
            {
              code: `indicateur-${id}`,
              texte: `${libelle} : ${quantiteFr(valeur, unite)} pour une cible de ${memeUnite(cible, unite)}.`,
            },
          ]
        : [],
    ),
    ...(unmeasured.length > 0
      ? [
          {
            code: 'non-mesure',
            texte: `${compteEnLettres(unmeasured.length, 'indicateur du dispositif n’a jamais été mesuré', 'indicateurs du dispositif n’ont jamais été mesurés')} : ${enumerer(unmeasured.map(({ libelle }) => guillemets(libelle)))}.`,
          },
        ]
      : []),
    ...(dispositif ? duDispositif(dispositif) : []),
  ];
}

/** Findings for a first page: the criteria of which the same is found make one, where the first of them stands. */
export function reunirCriteres(constats: readonly ConstatBilan[]): { texte: string }[] {
  const parts = ({ code, texte }: ConstatBilan): [string, string] | null => {
    const at = code.startsWith('critere-') ? texte.indexOf(' : ') : -1;
    return at < 0 ? null : [texte.slice(0, at), texte.slice(at)];
  };
  const heads = (found: string): string[] =>
    constats.flatMap((one) => {
      const [head, tail] = parts(one) ?? [];
      return head !== undefined && tail === found ? [head] : [];
    });
  return constats.flatMap((one) => {
    const [head, tail] = parts(one) ?? [];
    if (head === undefined || tail === undefined) return [{ texte: one.texte }];
    const [first, ...others] = heads(tail);
    return head === first ? [{ texte: `${enumerer([first, ...others.map(minuscule)])}${tail}` }] : [];
  });
}
