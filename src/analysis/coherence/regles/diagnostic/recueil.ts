/** What was heard against who was heard: citations of needs, people met, state of actions. */
import { sum } from 'd3-array';
import type { Study } from '../../../../study/study.js';
import { compte } from '../../../../texte/accords.js';
import { anterieur, duJour, leJour, posterieur } from '../../../../texte/dates.js';
import { nombreFr } from '../../../../texte/nombres.js';
import { estMaintenue, nomDeRencontre } from '../../../vocabulaire.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

const METHODES: Readonly<Record<keyof NonNullable<Study['besoins'][number]['mentions']>, string>> = {
  entretien: 'en entretien',
  enquete: 'par enquête',
  atelier: 'en atelier',
  forum: 'en forum',
};

/** People heard at a time of participation, by the greater of its counts; 0 without any. */
const entendus = ({ participants, participants_total: total }: Study['participation'][number]): number =>
  Math.max(0, ...[total, sum(Object.values(participants ?? {}))].flatMap((n) => n ?? []));

export const participantsContredits: RegleCoherence = {
  code: 'participants-contredits',
  gravite: 'attention',
  titre:
    'Un temps de participation a d’autres participants que ses réponses ou ses entretiens, ou en a sans avoir eu lieu.',
  explication:
    'Une enquête n’a pas plus de participants que de réponses ; des entretiens entendent au moins une personne chacun (« nombre ») ; un temps annulé (« etat: annulee ») n’a entendu personne. La part des citations se compte sur ces participants.',
  livrables: ['diagnostic'],
  verifier: ({ study: { participation } }) =>
    participation.flatMap((one): Contradiction[] => {
      const { id, type, nombre, reponses } = one;
      const titre = nomDeRencontre(one);
      const heard = entendus(one);
      const side = one.participants === undefined ? 'participants_total' : 'participants';
      const path = { contre: [`participation/${id}/${side}`] as [string] };
      if (!estMaintenue(one) && heard > 0)
        return [
          {
            ...path,
            chemin: `participation/${id}/etat`,
            message: `« ${titre} » est annulé, et compte ${compte(heard, 'participant')}.`,
            issue: 'Retirez les participants, ou corrigez l’état.',
          },
        ];
      if (reponses !== undefined && heard > reponses)
        return [
          {
            ...path,
            chemin: `participation/${id}/reponses`,
            message: `« ${titre} » compte ${compte(heard, 'participant')} et ${compte(reponses, 'réponse')}.`,
            issue: 'Corrigez l’un des deux nombres.',
          },
        ];
      if (type !== 'entretien' || nombre === undefined || heard === 0 || heard >= nombre) return [];
      return [
        {
          ...path,
          chemin: `participation/${id}/nombre`,
          message: `« ${titre} » compte ${compte(nombre, 'entretien')} et ${compte(heard, 'personne entendue', 'personnes entendues')}.`,
          issue: 'Corrigez l’un des deux nombres, ou dites qui a été entendu plusieurs fois.',
          saisie: 'La raison s’écrit dans « motif » de « regles_ecartees » (etude.yaml), avec cette règle.',
        },
      ];
    }),
};

export const citationsSansRecueil: RegleCoherence = {
  code: 'citations-sans-recueil',
  gravite: 'attention',
  titre: 'Un besoin est cité par une méthode que le journal de la participation ne connaît pas.',
  explication:
    'Les citations d’un besoin (« mentions ») se comptent par méthode. Chacune a au moins un temps de cette sorte dans participation.yaml, quel que soit son public, et pas plus de citations que de participants à ces temps-là.',
  livrables: ['diagnostic'],
  verifier: ({ study }) => {
    const { besoins } = study;
    const participation = study.participation.filter(estMaintenue);
    if (study.participation.length === 0) return [];
    return besoins.flatMap(({ id, libelle, mentions = {} }) =>
      (Object.keys(METHODES) as (keyof typeof METHODES)[]).flatMap((methode): Contradiction[] => {
        const cited = mentions[methode];
        const times = participation.filter(({ type }) => type === methode);
        const met = sum(times, (one) => Math.max(entendus(one), ...[one.reponses, one.nombre].flatMap((n) => n ?? [])));
        if (cited === undefined || cited <= met) return [];
        const first = times[0];
        return [
          {
            chemin: `besoins/${id}/mentions/${methode}`,
            contre: [first ? `participation/${first.id}` : 'participation'],
            message: first
              ? `« ${libelle} » est cité ${nombreFr(cited)} fois ${METHODES[methode]}, où ${compte(met, 'personne a été entendue', 'personnes ont été entendues', 'le journal ne compte personne')}.`
              : `« ${libelle} » est cité ${nombreFr(cited)} fois ${METHODES[methode]} ; la participation ne garde trace d’aucun temps de cette sorte.`,
            issue: 'Corrigez les citations, ou ajoutez le temps de participation qui manque.',
            saisie: 'Il s’ajoute à participation.yaml, avec son « type » et ses « participants ».',
          },
        ];
      }),
    );
  },
};

export const citationsParMethode: RegleCoherence = {
  code: 'citations-par-methode',
  gravite: 'attention',
  titre: 'Un besoin est cité, par une méthode, plus de fois que son public n’y a participé.',
  explication:
    'Une citation est une participation qui a exprimé le besoin. Méthode par méthode, un besoin n’en a donc pas plus que son public n’a de participations au journal ; un total juste peut cacher deux comptes faux. Rien n’est dit d’une méthode dont un temps ne compte pas ses participants par public.',
  livrables: ['diagnostic'],
  verifier: ({ study: { besoins, participation, etude } }) =>
    besoins.flatMap(({ id, libelle, public: cible, mentions = {} }) => {
      const total = sum(participation, ({ participants }) => participants?.[cible] ?? 0);
      // Told as a whole by the rules below and above.
      if (sum(Object.values(mentions)) > total) return [];
      const nom = etude.publics.find((one) => one.id === cible)?.libelle ?? cible;
      return (Object.keys(METHODES) as (keyof typeof METHODES)[]).flatMap((methode): Contradiction[] => {
        const cited = mentions[methode] ?? 0;
        const times = participation.filter(({ type }) => type === methode);
        const heard = sum(times, ({ participants }) => participants?.[cible] ?? 0);
        const [first] = times;
        const counted = times.every(({ participants }) => participants !== undefined);
        if (!first || !counted || cited <= heard || cited > sum(times, entendus)) return [];
        return [
          {
            chemin: `besoins/${id}/mentions/${methode}`,
            contre: [`participation/${first.id}/participants`],
            message: `« ${libelle} » est cité ${nombreFr(cited)} fois ${METHODES[methode]}, où le public « ${nom} » ${heard === 0 ? 'ne compte aucune participation' : `compte ${compte(heard, 'participation')}`}.`,
            issue: 'Corrigez le compte des citations par méthode, ou les participants de ce public.',
          },
        ];
      });
    }),
};

export const citationsAuDela: RegleCoherence = {
  code: 'citations-au-dela',
  gravite: 'attention',
  titre: 'Un besoin est cité plus de fois qu’il n’y a eu de participations de son public.',
  explication:
    'La part des citations se compte sur les participations du public qui porte le besoin. Au-delà, elle dépasserait cent pour cent : elle y est bornée, et le poids du besoin n’est plus juste. Un public dont aucun temps ne compte un participant n’a pas pu citer un besoin, si chaque temps compte les siens par public.',
  livrables: ['diagnostic'],
  verifier: ({ study, besoins }) =>
    besoins().liste.flatMap(
      ({ id, libelle, mentions, base, public: { id: entendu, libelle: nom } }): Contradiction[] => {
        const participation = study.participation.filter(estMaintenue);
        const first = participation.find(({ participants }) => participants?.[entendu]);
        // A time that counts nobody by public may have heard this one.
        const counted =
          participation.length > 0 && participation.every(({ participants }) => participants !== undefined);
        if (mentions === null || mentions <= base || (!first && !counted)) return [];
        return [
          {
            chemin: `besoins/${id}/mentions`,
            contre: [first ? `participation/${first.id}/participants` : 'participation'],
            message: `« ${libelle} » est cité ${nombreFr(mentions)} fois ; le public « ${nom} » ${first ? `compte ${compte(base, 'participation')}` : 'ne compte aucune participation'}.`,
            issue:
              'Corrigez les citations, ou les participants de ce public ; de ce que plusieurs publics demandent, faites un besoin par public.',
          },
        ];
      },
    ),
};

/** A state that the beginning of an action excludes, as a sentence says it; null when it does not. */
function commenceeOuNon(statut: string | undefined, debut: string | undefined, etude: Study['etude']): string | null {
  const diagnostic = etude.livrables?.find(({ id }) => id === 'diagnostic')?.date ?? etude.date;
  if (statut === 'en-projet') return anterieur(debut, diagnostic) && anterieur(debut, etude.date) ? 'en projet' : null;
  if (!posterieur(debut, etude.date)) return null;
  return statut === 'en-cours' ? 'en cours' : statut === 'terminee' ? 'terminée' : null;
}

export const actionContredite: RegleCoherence = {
  code: 'action-contredite',
  gravite: 'attention',
  titre: 'L’état d’une action et ses dates se contredisent.',
  explication:
    'Une action en cours ou en projet n’a pas fini avant la date de l’étude ; une action terminée n’y finit pas après. Une action en projet n’a pas commencé avant le diagnostic ; celle qui est en cours ou terminée ne commence pas après la date de l’étude.',
  livrables: ['diagnostic'],
  verifier: ({ study: { actions, etude } }) =>
    actions.flatMap(({ id, titre, statut, debut, fin }): Contradiction[] => {
      const open = statut === 'en-cours' || statut === 'en-projet';
      const wrong = open ? anterieur(fin, etude.date) : statut === 'terminee' && posterieur(fin, etude.date);
      if (fin !== undefined && wrong)
        return [
          {
            chemin: `actions/${id}/statut`,
            contre: [`actions/${id}/fin`],
            message: `« ${titre} » est dite ${statut === 'en-cours' ? 'en cours' : statut === 'en-projet' ? 'en projet' : 'terminée'}, et finit ${leJour(fin)}.`,
            issue: 'Corrigez l’état de l’action, ou sa date de fin.',
          },
        ];
      const begun = commenceeOuNon(statut, debut, etude);
      if (begun === null) return [];
      return [
        {
          chemin: `actions/${id}/statut`,
          contre: [`actions/${id}/debut`],
          message: `« ${titre} » est dite ${begun}, et commence ${leJour(debut ?? '')}.`,
          issue: 'Corrigez l’état de l’action, ou la date de son début.',
        },
      ];
    }),
};

export const recueilNonClos: RegleCoherence = {
  code: 'recueil-non-clos',
  gravite: 'attention',
  titre: 'Un temps de participation finit après le diagnostic qui en compte les réponses.',
  explication:
    'Le diagnostic compte les participants et les réponses de chaque temps de participation : celui qui dure (« fin ») est clos à la date du livrable. Sinon ses nombres sont ceux d’un recueil inachevé.',
  livrables: ['diagnostic'],
  verifier: ({ study: { participation, etude } }) => {
    const date = etude.livrables?.find(({ id }) => id === 'diagnostic')?.date;
    return participation.flatMap((one): Contradiction[] =>
      date === undefined || !posterieur(one.fin, date) || posterieur(one.date, date)
        ? []
        : [
            {
              chemin: `participation/${one.id}/fin`,
              contre: ['etude/livrables/diagnostic/date'],
              message: `« ${nomDeRencontre(one)} » finit ${leJour(one.fin ?? '')} ; le diagnostic, qui en compte les réponses, est daté ${duJour(date)}.`,
              issue: 'Corrigez une des deux dates, ou dites que le recueil continue après le diagnostic.',
              saisie: 'La raison s’écrit dans « motif » de « regles_ecartees » (etude.yaml), avec cette règle.',
            },
          ],
    );
  },
};

/** What stands in communes, by their codes, and says where in words; actions of elsewhere name places that only sound like those of the study. */
const situes = ({ participation, projets, actions }: Study) => [
  ...participation.map((one) => ({
    chemin: `participation/${one.id}`,
    nom: nomDeRencontre(one),
    champ: 'commune',
    codes: one.commune === undefined ? [] : [one.commune],
    lieu: one.lieu,
  })),
  ...projets.map(({ id, titre, commune, lieu }) => ({
    chemin: `projets/${id}`,
    nom: titre,
    champ: 'commune',
    codes: commune === undefined ? [] : [commune],
    lieu,
  })),
  ...actions.map(({ id, titre, communes = [], lieu, hors_territoire: away }) => ({
    chemin: `actions/${id}`,
    nom: titre,
    champ: 'communes',
    codes: communes,
    lieu: away ? undefined : lieu,
  })),
];

export const lieuDUneAutreCommune: RegleCoherence = {
  code: 'lieu-d-une-autre-commune',
  gravite: 'attention',
  titre: 'Ce qui se tient dans une commune a pour lieu le nom d’une autre.',
  explication:
    'Le lieu (« lieu ») d’un temps de participation, d’un projet ou d’une action, quand il est le nom d’une commune de l’étude, est celui de la commune dont il donne le code (« commune », « communes »). La carte place l’un, le tableau écrit l’autre.',
  livrables: ['diagnostic', 'fiches-projets'],
  verifier: ({ study }) =>
    situes(study).flatMap(({ chemin, nom, champ, codes, lieu }): Contradiction[] => {
      const { communes } = study.territoire;
      const [held] = communes.filter(({ code }) => codes.includes(code));
      const named = communes.filter((one) => one.nom === lieu);
      const [other] = named;
      if (!held || !other || named.some(({ code }) => codes.includes(code))) return [];
      return [
        {
          chemin: `${chemin}/lieu`,
          contre: [`${chemin}/${champ}`],
          message: `le lieu de « ${nom} » est « ${other.nom} », et son code (${held.code}) celui de « ${held.nom} ».`,
          issue: 'Corrigez le lieu, ou le code de la commune.',
        },
      ];
    }),
};

export const RECUEIL = [
  participantsContredits,
  citationsSansRecueil,
  citationsParMethode,
  citationsAuDela,
  actionContredite,
  recueilNonClos,
  lieuDUneAutreCommune,
] as const;
