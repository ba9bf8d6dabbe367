/** Slides of the meeting that examines the diagnostic: who was heard, what is asked, who answers, what was learnt elsewhere, what is not known. */
import type { DiagnosticAnalysis } from '../../analysis/diagnostic/index.js';
import type { Study } from '../../study/study.js';
import { accord, compte, compteEnLettres, enumerer, minuscule } from '../../texte/accords.js';
import { nombreFr } from '../../texte/nombres.js';
import type { Slide } from '../slides.js';
import { groupes, premiers } from './listes.js';

/** Needs shown on the slide that ranks them. */
const PREMIERS = 6;

export function diapositivesDiagnostic(study: Study, analyse: DiagnosticAnalysis): Slide[] {
  const { participation, besoins, acteurs, experiences, effectifs, synthese } = analyse;
  const levels = besoins.niveaux;
  const heard = participation.parPublic.filter(({ participations }) => participations > 0);
  const [first, second] = besoins.liste;
  const alone = first !== undefined && second?.poids !== first.poids;
  const illustrative =
    analyse.fiabilite.illustratives + analyse.fiabilite.enPartie > 0
      ? { caution: 'Recueil illustratif : il montre la méthode et reste à remplacer par des données recueillies.' }
      : {};
  const byFunction = study.etude.fonctions.map(({ id, libelle }) => ({
    libelle,
    attendu: besoins.liste.filter(({ fonctions }) => fonctions.some((one) => one.id === id)).length,
    offert: acteurs.parFonction.find((one) => one.id === id)?.nombre ?? 0,
  }));
  const fewest = Math.min(...byFunction.map(({ offert }) => offert));
  const least = byFunction.filter(({ offert }) => offert === fewest);
  return [
    {
      theme: 'Méthode',
      title: `Qui a été entendu : ${compte(participation.participations, 'participation', 'participations')}, par ${compte(participation.methodes.length, 'méthode', 'méthodes')}`,
      bullets: premiers(
        participation.anglesMorts.map(({ texte }) => texte),
        3,
      ),
      chart: {
        title: 'Participations par public',
        categories: heard.map(({ libelle }) => libelle),
        series: [{ name: 'Participations', values: heard.map(({ participations }) => participations) }],
        stacked: false,
        axis: 'Participations',
        alt: heard.map(({ libelle, participations }) => `${libelle} : ${participations}`).join(' ; '),
      },
      ...illustrative,
      notes:
        'Une personne peut avoir participé deux fois : ce sont des participations, et non une part de la population.',
    },
    {
      theme:
        besoins.liste.length > PREMIERS ? `Besoins : les ${PREMIERS} premiers sur ${besoins.liste.length}` : 'Besoins',
      title: alone && first ? `Ce qui pèse le plus : « ${first.libelle} »` : 'Plusieurs besoins pèsent autant',
      bullets: [],
      table: [
        ['Besoin', 'Public', 'Importance', 'Réponse'],
        ...besoins.liste
          .slice(0, PREMIERS)
          .map((besoin) => [
            besoin.libelle,
            besoin.public.libelle,
            `${nombreFr(besoin.importance)} sur 5`,
            { couvert: 'Existe', partiel: 'En partie', 'non-couvert': 'Aucune' }[besoin.couverture.niveau],
          ]),
      ],
      ...illustrative,
      notes: `Sur ${compte(effectifs.besoins, 'besoin', 'besoins')} : ${compte(levels.couvert, 'couvert', 'couverts')}, ${levels.partiel} en partie, ${levels['non-couvert']} sans réponse.`,
    },
    {
      theme: 'Ressources',
      title: `La fonction la moins tenue : ${enumerer(least.map(({ libelle }) => minuscule(libelle)))}`,
      bullets: [],
      chart: {
        title: 'Ce qui est attendu, qui peut le tenir',
        categories: byFunction.map(({ libelle }) => libelle),
        series: [
          { name: 'Besoins qui l’appellent', values: byFunction.map(({ attendu }) => attendu) },
          { name: 'Acteurs qui peuvent la tenir', values: byFunction.map(({ offert }) => offert) },
        ],
        stacked: false,
        lying: true,
        axis: 'Nombre',
        alt: byFunction
          .map(
            ({ libelle, attendu, offert }) =>
              `${libelle} : ${compte(attendu, 'besoin', 'besoins')}, ${compte(offert, 'acteur', 'acteurs')}`,
          )
          .join(' ; '),
      },
      notes: `${compte(effectifs.acteurs, 'acteur recensé', 'acteurs recensés')} ; ${enumerer(acteurs.engagement.map(({ libelle, acteurs: list }) => `${list.length} ${minuscule(libelle)}`))}.`,
    },
    ...(synthese.length > 0
      ? [
          {
            theme: 'Domaines',
            title: 'Chaque domaine ne demande pas la même chose',
            bullets: [],
            table: [
              ['Domaine', 'Besoins', 'Sans réponse', 'En partie', 'Actions', 'Acteurs'],
              ...synthese.map(({ libelle, chiffres: c }) => [
                libelle,
                ...[c.besoins, c.besoinsNonCouverts, c.besoinsPartiels, c.actions, c.acteurs].map((n) => nombreFr(n)),
              ]),
            ],
            notes: 'Lire les colonnes « sans réponse » et « en partie » avant le nombre de besoins.',
          },
        ]
      : []),
    ...groupes(experiences.retenues, 3).map((some) => ({
      theme: 'Ailleurs',
      title: `${compteEnLettres(experiences.retenues.length, 'expérience retenue', 'expériences retenues')}, une leçon chacune`,
      bullets: [],
      columns: some.map(({ source }) => ({
        title: source.nom,
        lines: [
          ...(source.lecon ? [source.lecon] : []),
          ...premiers(
            (source.points_faibles ?? []).map((text) => `Limite : ${text}`),
            2,
          ),
        ],
      })),
      notes: 'Aucune n’est un modèle à copier.',
    })),
    ...(study.etude.questions?.length
      ? [
          {
            theme: 'La suite',
            title: `${compteEnLettres(study.etude.questions.length, 'question', 'questions')} pour la phase suivante`,
            bullets: study.etude.questions.map(({ question }) => question),
            notes: `Le comité n’a pas à y répondre à cette réunion ; il dit ${accord(study.etude.questions.length, 'si elle est la bonne', 'si ce sont les bonnes')}.`,
          },
        ]
      : []),
  ];
}
