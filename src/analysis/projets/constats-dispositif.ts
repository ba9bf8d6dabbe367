/** Findings on the dispositif itself: its money, days, conventions, conditions and risks. */
import { group } from 'd3-array';
import { accord, accorder, compte, compteEnLettres, enumerer, sansPoint } from '../../texte/accords.js';
import { leJour, MOIS_PAR_AN } from '../../texte/dates.js';
import { euros, nombreFr } from '../../texte/nombres.js';
import { pluriel } from '../../texte/pluriel.js';
import { type ConstatBilan, ecartees, guillemets, SEUIL_DEPASSEMENT } from './constat.js';
import type { DispositifAnalysis } from './dispositif.js';
import { joursAuPlan, soit } from './ecarts-en-clair.js';

function desConditions({ enRetard, nonRemplies }: DispositifAnalysis['conditions']): ConstatBilan[] {
  const parts = [
    enRetard.length > 0
      ? `${compteEnLettres(enRetard.length, 'condition a été remplie', 'conditions ont été remplies')} après ${accord(enRetard.length, 'son échéance', 'leur échéance')} : ${enumerer(enRetard.map(({ condition, jours }) => `${guillemets(condition.libelle)} (${compte(jours, 'jour ouvré', 'jours ouvrés')})`))}.`
      : '',
    nonRemplies.length > 0
      ? `${compteEnLettres(nonRemplies.length, 'condition n’est pas remplie', 'conditions ne sont pas remplies')} : ${enumerer(nonRemplies.map(({ libelle }) => guillemets(libelle)))}.`
      : '',
  ].filter(Boolean);
  return parts.length > 0 ? [{ code: 'condition-tardive', texte: parts.join(' ') }] : [];
}

/** Tasks ended late, but for those whose conventions or conditions are already told to be: the delay is one. */
function desTaches({ taches, conventions, conditions }: DispositifAnalysis): ConstatBilan[] {
  const told = new Set([
    ...conventions.enRetard.map(({ convention }) => convention.tache),
    ...conditions.enRetard.map(({ condition }) => condition.tache),
  ]);
  const late = taches.filter(({ tache: { id } }) => !told.has(id));
  if (late.length === 0) return [];
  const names = late.map(
    ({ tache, jours }) => `${guillemets(tache.libelle)} (${compte(jours, 'jour ouvré', 'jours ouvrés')})`,
  );
  return [
    {
      code: 'tache-tardive',
      texte: `${compteEnLettres(late.length, 'tâche a fini', 'tâches ont fini')} après ${accord(late.length, 'sa date prévue', 'leur date prévue')} : ${enumerer(names)}.`,
    },
  ];
}

/** The days left to the team once the projects are served, when they are fewer than what was done asked by the scenario. */
function desJoursRestants({ resteEquipe: left, volumes }: DispositifAnalysis): ConstatBilan[] {
  if (!left || left.demandes <= Math.max(0, left.reste) * (1 + SEUIL_DEPASSEMENT)) return [];
  const done = enumerer(
    volumes.filter(({ realise }) => realise > 0).map(({ realise, unite }) => compte(realise, unite, pluriel(unite))),
  );
  return [
    {
      code: 'jours-restants',
      texte: `Des ${compte(left.faits, 'jour')} de l’équipe du porteur, ${compte(left.projets, 'est allé', 'sont allés')} aux projets ; il en reste ${nombreFr(Math.max(0, left.reste))} pour ${done}, qui en demandaient ${nombreFr(Math.round(left.demandes))} d’après le scénario.`,
    },
  ];
}

/** The object of each convention; of several that have the same, once, with how many they are. */
const objetsDe = (conventions: DispositifAnalysis['conventions']['nonSignees']): string[] =>
  [...group(conventions, ({ objet }) => objet)].map(
    ([objet, same]) =>
      `${guillemets(sansPoint(objet))}${same.length > 1 ? ` (${compte(same.length, 'convention')})` : ''}`,
  );

/** Conventions signed after their date, and by how much the last of them. */
function desSignatures(late: DispositifAnalysis['conventions']['enRetard']): ConstatBilan[] {
  if (late.length === 0) return [];
  const most = compte(Math.max(...late.map(({ jours }) => jours)), 'jour ouvré', 'jours ouvrés');
  const names = enumerer(objetsDe(late.map(({ convention }) => convention)));
  return [
    {
      code: 'convention-tardive',
      texte: `${compteEnLettres(late.length, 'convention a été signée', 'conventions ont été signées')} après ${accord(late.length, 'sa date prévue', 'leur date prévue')}, ${most} ${late.length > 1 ? 'au plus' : 'plus tard'} : ${names}.`,
    },
  ];
}

/** Accounts of a few months are no less than a year's: what passes the year is told, what is under it is not. */
const cotesDesJours = ({ mois, aLaDuree }: DispositifAnalysis): 'plus' | 'deux' =>
  mois === null || aLaDuree || mois >= MOIS_PAR_AN ? 'deux' : 'plus';

/** All the partners against the load of the year, with what their agreements gave them: days bought and days planned are two figures. */
function desPartenaires(dispositif: DispositifAnalysis): ConstatBilan[] {
  const { partenaires, jours } = dispositif;
  const given = jours.reduce((sum, { porteur, prevu }) => sum + (porteur ? 0 : prevu), 0);
  return ecartees([partenaires], cotesDesJours(dispositif)).map((days) => ({
    code: 'jours-partenaires-ensemble',
    texte: `Partenaires, ensemble : ${joursAuPlan(days)} ; leurs conventions et le scénario leur en donnaient ${nombreFr(given)}.`,
  }));
}

/**
 * What users or customers paid, under what was expected of these months by more than the threshold: a shortfall of sales. An aid that is late is paid later, and
 * accounts of some months of a year say nothing, for money does not come evenly.
 */
function desVentes({ recettes, mois, aLaDuree }: DispositifAnalysis): ConstatBilan[] {
  if (mois !== null && !aLaDuree) return [];
  const short = ecartees(
    recettes.filter(({ usagers }) => usagers),
    'deux',
  ).filter(({ prevu, realise }) => realise < prevu);
  return short.length === 0
    ? []
    : [
        {
          code: 'recettes-usagers',
          texte: `${short.map(({ libelle, prevu, realise }) => `${libelle} : ${euros(realise)} reçus pour ${euros(Math.round(prevu))} attendus, ${soit(prevu, realise)}`).join(' ; ')}.`,
        },
      ];
}

export function duDispositif(dispositif: DispositifAnalysis): ConstatBilan[] {
  const { au, conventions, conditions, risques, depenses, jours, echues } = dispositif;
  const over = ecartees(depenses, 'plus');
  const away = ecartees(jours, cotesDesJours(dispositif));
  const bearer = away.find(({ porteur }) => porteur);
  const partners = [
    ...away
      .filter(({ porteur }) => !porteur)
      .map(
        ({ libelle, prevu, realise }) =>
          `${libelle}, ${nombreFr(realise)} pour ${nombreFr(prevu)} ${accorder('prévu', prevu)}`,
      ),
    ...jours.flatMap(({ libelle, base, realise }) =>
      base === 'aucune' && realise !== null && realise > 0
        ? [`${libelle}, ${nombreFr(realise)} que rien ne prévoyait`]
        : [],
    ),
  ];
  // That a thing is not done is known of accounts that are kept; what is dated stands without them.
  const known = au !== null;
  return [
    ...(known && conventions.nonSignees.length > 0
      ? [
          {
            code: 'convention-non-signee',
            texte: `${compteEnLettres(conventions.nonSignees.length, 'convention n’a pas été signée', 'conventions n’ont pas été signées')} : ${enumerer(objetsDe(conventions.nonSignees))}.`,
          },
        ]
      : []),
    ...desSignatures(conventions.enRetard),
    ...(over.length > 0
      ? [
          {
            code: 'depenses-dispositif',
            texte: `${over.map(({ libelle, prevu, realise }) => `${libelle} : ${euros(realise)} dépensés pour ${euros(prevu)} au budget, ${soit(prevu, realise)}`).join(' ; ')}.`,
          },
        ]
      : []),
    ...(known ? desVentes(dispositif) : []),
    ...(bearer
      ? [
          {
            code: 'jours-porteur',
            texte: `Équipe du porteur (${bearer.libelle}) : ${joursAuPlan(bearer)}.`,
          },
        ]
      : []),
    ...(known ? [...desJoursRestants(dispositif), ...desPartenaires(dispositif)] : []),
    ...(partners.length > 0
      ? [
          {
            code: 'jours-partenaires',
            texte: `Jours des partenaires, face à leur convention ou au scénario : ${partners.join(' ; ')}.`,
          },
        ]
      : []),
    ...(echues.length > 0
      ? [
          {
            code: 'convention-echue',
            texte: `${compteEnLettres(echues.length, 'convention signée est échue', 'conventions signées sont échues')} à la date de ce document, ${echues.length > 1 ? 'la dernière ' : ''}depuis ${leJour(
              echues
                .map(({ le }) => le)
                .sort()
                .at(-1) ?? '',
            )}.`,
          },
        ]
      : []),
    ...desConditions(known ? conditions : { ...conditions, nonRemplies: [] }),
    ...desTaches(dispositif),
    ...(risques.length > 0
      ? [
          {
            code: 'risque-survenu',
            texte: `${compteEnLettres(risques.length, 'risque est survenu', 'risques sont survenus')} : ${enumerer(risques.map(({ libelle }) => guillemets(libelle)))}.`,
          },
        ]
      : []),
  ];
}
