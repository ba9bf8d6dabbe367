/** Who was heard, how, and who was not. */

import type { Study } from '../../study/study.js';
import type { Etude, Participation } from '../../study/types.gen.js';
import { compte } from '../../texte/accords.js';
import { pourcentPrecis } from '../../texte/nombres.js';
import { ordre, posterieur, type StudyAt } from '../dates.js';
import { etiquette, etiquettes, METHODES, nomDeRencontre, nus } from '../vocabulaire.js';
import { mentionsBesoin } from './besoins.js';
import type { AngleMort, ParticipationAnalysis, PublicParticipation } from './types.js';

/** Under this number of participations a public's voice is a set of cases, not a measure: no percentage is given either. */
export const SEUIL_PEU_ENTENDU = 20;

/** Participations under which a public is little heard: as many as it counts on the territory, when it counts fewer than the twenty. */
const seuilDe = ({ effectif, effectif_compte }: Etude['publics'][number]): number =>
  effectif_compte === undefined || effectif_compte === 'passage'
    ? SEUIL_PEU_ENTENDU
    : Math.min(SEUIL_PEU_ENTENDU, effectif ?? SEUIL_PEU_ENTENDU);

/** Heard, and by fewer than it takes. */
export const estPeuEntendu = ({ participations, seuil }: PublicParticipation): boolean =>
  participations > 0 && participations < seuil;

const presents = (rencontre: Participation, publicId: string): number => {
  const value = (rencontre.participants as Record<string, number | undefined> | undefined)?.[publicId];
  return typeof value === 'number' ? value : 0;
};

const tous = (rencontre: Participation): number =>
  Object.values(rencontre.participants ?? {}).reduce<number>(
    (sum, value) => sum + (typeof value === 'number' ? value : 0),
    0,
  );

/** Participants of a total (« participants_total ») whose public is not told. */
const sansPublic = (rencontre: Participation): number =>
  Math.max(0, (rencontre.participants_total ?? tous(rencontre)) - tous(rencontre));

/** `constatDeChacun` where what is found holds a count, and is told otherwise of several subjects. */
const angleMort = (
  type: AngleMort['type'],
  sujet: AngleMort['sujet'],
  valeur: number,
  constat: string,
  constatDeChacun = constat,
): AngleMort => ({ type, sujet, valeur, constat, constatDeChacun });

/** Departments of the perimeters at study where no meeting took place; none when no meeting is placed at all. */
function departementsAbsents(etude: Study): AngleMort[] {
  const communes = new Map(etude.territoire.communes.map((commune) => [commune.code, commune.departement]));
  const visited = etude.participation.flatMap(({ commune }) => communes.get(commune ?? '') ?? []);
  const wanted = new Map(
    (etude.territoire.perimetres ?? []).flatMap(({ departements }) => (departements ?? []).map((d) => [d.code, d.nom])),
  );
  if (visited.length === 0) return [];
  return [...wanted]
    .filter(([code]) => !visited.includes(code))
    .map(([id, libelle]) =>
      angleMort(
        'departement-absent',
        { id, libelle },
        0,
        'aucune rencontre, alors qu’un des périmètres à l’étude s’y étend.',
      ),
    );
}

/** Questionnaires that anyone could answer: how many were reached, and who did not answer, is not known. */
function questionnairesOuverts(etude: Study): AngleMort[] {
  return etude.participation.flatMap(({ id, titre, type, reponses = 0, envoyes }) =>
    type === 'enquete' && reponses > 0 && envoyes === undefined
      ? angleMort(
          'questionnaire-ouvert',
          { id, libelle: titre ?? 'Questionnaire' },
          reponses,
          'y a répondu qui l’a voulu ; le taux de réponse n’est pas connu.',
        )
      : [],
  );
}

/** Share of the questionnaires sent under which few came back. */
export const SEUIL_PEU_RENDU = 0.3;

/** Questionnaires that few gave back: those who did are not all whom they were sent to. */
function questionnairesPeuRendus(etude: Study): AngleMort[] {
  return etude.participation.flatMap(({ id, titre, type, reponses, envoyes }) => {
    if (type !== 'enquete' || reponses === undefined || !envoyes || reponses >= SEUIL_PEU_RENDU * envoyes) return [];
    const rendus = `${compte(reponses, 'réponse', 'réponses', 'aucune réponse')} pour ${compte(envoyes, 'questionnaire envoyé', 'questionnaires envoyés')}, soit ${pourcentPrecis(reponses / envoyes)} ; ce que pensent les autres n’est pas connu.`;
    return angleMort('questionnaire-peu-rendu', { id, libelle: titre ?? 'Questionnaire' }, reponses, rendus);
  });
}

function anglesMorts(
  etude: Study,
  parPublic: PublicParticipation[],
  methodes: ParticipationAnalysis['methodes'],
  inconnus: number,
): AngleMort[] {
  const situees = etude.participation.filter((rencontre) => rencontre.commune !== undefined);
  const epciVisites = new Set(
    situees.map((rencontre) => etude.territoire.communes.find((commune) => commune.code === rencontre.commune)?.epci),
  );
  const absents = parPublic.flatMap((p): AngleMort | [] => {
    if (p.participations > 0 && !estPeuEntendu(p)) return [];
    const sujet = { id: p.id, libelle: p.libelle };
    if (p.participations === 0)
      return angleMort(
        'public-absent',
        sujet,
        0,
        inconnus > 0 ? 'aucune participation n’est comptée.' : 'personne n’a été entendu.',
      );
    const heard = compte(p.participations, 'participation', 'participations', '');
    const asked = (who: string): string =>
      p.seuil < SEUIL_PEU_ENTENDU ? `${p.seuil}, ce que ${who} compte sur le territoire` : `${SEUIL_PEU_ENTENDU}`;
    return angleMort(
      'public-peu-entendu',
      sujet,
      p.participations,
      `${heard}, moins de ${asked('ce public')}.`,
      `${heard} pour chacun, moins de ${asked('chacun')}.`,
    );
  });
  const methodesAbsentes = methodes
    .filter((m) => m.rencontres === 0)
    .map((m) => angleMort('methode-absente', { id: m.id, libelle: m.libelle }, 0, 'rien au journal des rencontres.'));
  const epciAbsents = situees.length
    ? (etude.territoire.epci ?? [])
        .filter((epci) => !epciVisites.has(epci.siren))
        .map((epci) =>
          angleMort('epci-absent', { id: epci.siren, libelle: epci.nom }, 0, 'aucune rencontre localisée.'),
        )
    : [];
  const sansMention = parPublic.flatMap((p): AngleMort | [] => {
    const silent = etude.besoins.filter((b) => b.public === p.id && !mentionsBesoin(b));
    const n = silent.length;
    if (n === 0) return [];
    // Of what was not counted, nobody knows whether it was said.
    const counted = silent.every((b) => mentionsBesoin(b) === 0);
    const found = counted
      ? compte(n, 'besoin recensé que personne n’a cité', 'besoins recensés que personne n’a cités', '')
      : compte(n, 'besoin recensé sans citation comptée', 'besoins recensés sans citation comptée', '');
    return angleMort('besoin-sans-mention', { id: p.id, libelle: p.libelle }, n, `${found}.`, `${found}, pour chacun.`);
  });
  return [
    ...absents,
    ...methodesAbsentes,
    ...epciAbsents,
    ...departementsAbsents(etude),
    ...questionnairesOuverts(etude),
    ...questionnairesPeuRendus(etude),
    ...sansMention,
  ];
}

const parDate = (list: readonly Participation[]): Participation[] =>
  [...list].sort((a, b) => ordre(String(a.date), String(b.date)) || ordre(a.id, b.id));

export function analyserParticipation(etude: StudyAt, ecartees: string[]): ParticipationAnalysis {
  const rencontres = parDate(etude.participation);
  const publics = nus(etude.etude.publics);
  const somme = (list: Participation[], lire: (r: Participation) => number) =>
    list.reduce((sum, r) => sum + lire(r), 0);
  const inconnus = somme(rencontres, sansPublic);
  const methodes = METHODES.map((m) => {
    const siennes = rencontres.filter((r) => r.type === m.id);
    return { ...m, rencontres: siennes.length, participations: somme(siennes, tous) };
  });
  const parPublic = etude.etude.publics.map(
    (p): PublicParticipation => ({
      ...etiquette(publics, p.id),
      seuil: seuilDe(p),
      participations: somme(rencontres, (r) => presents(r, p.id)),
      questionnaires: somme(
        rencontres.filter((r) => r.type === 'enquete'),
        (r) => presents(r, p.id),
      ),
      parMethode: Object.fromEntries(
        METHODES.map((m) => [
          m.id,
          somme(
            rencontres.filter((r) => r.type === m.id),
            (r) => presents(r, p.id),
          ),
        ]),
      ) as PublicParticipation['parMethode'],
      rencontres: rencontres.filter((r) => presents(r, p.id) > 0).length,
    }),
  );
  return {
    rencontres,
    annulees: parDate(etude.rencontresAnnulees).map((one) => ({
      nom: nomDeRencontre(one),
      date: one.date,
      motif: one.motif_annulation ?? null,
    })),
    methodes,
    parPublic,
    publicMethode: {
      lignes: publics,
      colonnes: [...METHODES],
      valeurs: parPublic.map((p) => METHODES.map((m) => p.parMethode[m.id])),
    },
    participations: somme(rencontres, tous),
    sansPublic: {
      rencontres: rencontres.filter((r) => sansPublic(r) > 0).length,
      participants: inconnus,
    },
    questionnaires: {
      reponses: somme(
        rencontres.filter((r) => r.type === 'enquete'),
        tous,
      ),
      envoyes: somme(rencontres, (r) => r.envoyes ?? 0),
      reponsesSurEnvoi: somme(
        rencontres.filter((r) => r.envoyes !== undefined),
        (r) => r.reponses ?? 0,
      ),
    },
    alertes: rencontres.flatMap((r) =>
      (r.alertes ?? []).map(({ texte, fonctions }) => ({
        texte,
        fonctions: etiquettes(etude.etude.fonctions, fonctions),
        methode: etiquette(METHODES, r.type),
        date: r.date,
      })),
    ),
    premiere: rencontres[0]?.date ?? null,
    derniere: rencontres.reduce<string | null>(
      (last, { date, fin = date }) => (last === null || posterieur(fin, last) ? fin : last),
      null,
    ),
    anglesMorts: anglesMorts(etude, parPublic, methodes, inconnus),
    ecartees,
    illustratifs: rencontres.filter((r) => r.fiabilite === 'illustratif').length,
  };
}
