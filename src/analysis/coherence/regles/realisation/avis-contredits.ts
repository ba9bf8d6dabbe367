/** What a project says of itself twice: a goal met in words and not in the field, to be done again and hard to reproduce; and a witness who has a name. */
import { phraseNue } from '../../../../texte/identifiant.js';
import { citee } from '../../phrases.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/** « Plan signé », « convention adoptée ». */
const FAIT =
  /\b(?:signe|adopte|vote|livre|ouvert|installe|acheve|termine|atteint|realise|releve|depasse)e?s?(?: par (?:le |la |les |l'|tou)[^.;:]*)?[.!]?$/;
/** What is only in part, or not. */
const EN_PARTIE =
  /[;,]|\b(?:moitie|quart|tiers|peu|faible\w*|loin|nulle|difficil\w*|puis|refus\w*|resili\w*|attend\w*|evenements?|tard|une part|ne|pas|ni|non|mais|seul\w*|partie\w*|encore|reste\w*|sauf|hors|sur|retard|aucune?|abandon\w+|report\w+|apres|sans|a|presque|trop)\b|\bn'|\d/;
/** « Aucune convention signée », « Rien n’a été livré »; « Aucun dépôt sauvage » may be the goal itself. */
const RIEN =
  /^(?:aucune?|rien)\b(?: [a-z'-]+){0,3}? (?:signe|adopte|vote|livre|ouvert|installe|acheve|termine|realise)e?s?(?: a ce jour)?(?=[.!]|$)/;

export const constatContredit: RegleCoherence = {
  code: 'constat-contredit',
  gravite: 'attention',
  titre: 'Le constat d’un objectif dit le contraire de ce qu’il inscrit.',
  explication:
    'Un objectif dit non atteint (« atteint: non ») n’a pas pour constat un fait accompli, sans réserve (« Plan signé par les fermes. ») ; un objectif dit atteint (« atteint: oui ») n’a pas un constat qui dit que rien ne l’a été (« Aucune convention signée »). Une phrase qui nuance (« mais », « en partie », « sur »), qui date ou qui compte n’est pas comparée.',
  livrables: ['fiches-projets', 'bilan'],
  verifier: ({ study: { projets } }) =>
    projets.flatMap(({ id, titre, constats_objectifs: met = [] }) =>
      met.flatMap(({ atteint, constat }, i): Contradiction[] => {
        const plain = phraseNue(constat ?? '').replace(/ en (?:[a-z]+ )?(?:19|20)\d\d/g, '');
        const wrong =
          atteint === 'non' ? FAIT.test(plain) && !EN_PARTIE.test(plain) : atteint === 'oui' && RIEN.test(plain);
        if (constat === undefined || !wrong) return [];
        const at = `projets/${id}/constats_objectifs/${i + 1}`;
        return [
          {
            chemin: `${at}/constat`,
            contre: [`${at}/atteint`],
            message: `« ${titre} » constate « ${citee(constat)} », et dit l’objectif ${atteint === 'oui' ? 'atteint' : 'non atteint'}.`,
            issue: 'Accordez le constat et ce qu’il inscrit.',
          },
        ];
      }),
    ),
};

/** « À proposer à toutes les communes », « à refaire ailleurs », as the avis begins one of its sentences; « à refaire entièrement » is of itself. */
const A_REFAIRE =
  /(?:^|[.;] )a (?:(?:generaliser|reproduire)(?! *\?| (?:ici|sur place))|(?:refaire|reprendre|etendre|diffuser|proposer) (?:ailleurs|partout|(?:a|dans|sur|avec|par|chez|en) (?:tou(?:s|te?s?)|d'autres|les autres|chaque)\b))(?![^.;]*\?)/;

export const avisEtReproductibilite: RegleCoherence = {
  code: 'avis-et-reproductibilite',
  gravite: 'attention',
  titre: 'Un projet est à refaire ailleurs, et noté le moins reproductible.',
  explication:
    'L’avis d’un projet dont une phrase commence par « À généraliser », « À refaire ailleurs », « À reprendre dans chaque… » ou « À proposer à toutes… » ne va pas avec la note la plus basse de reproductibilité (« reproductibilite: 1 »), que les lecteurs comparent d’un projet à l’autre.',
  livrables: ['fiches-projets', 'bilan'],
  verifier: ({ study: { projets } }) =>
    projets.flatMap(({ id, titre, avis, reproductibilite }): Contradiction[] =>
      avis === undefined || reproductibilite !== 1 || !A_REFAIRE.test(phraseNue(avis))
        ? []
        : [
            {
              chemin: `projets/${id}/reproductibilite`,
              contre: [`projets/${id}/avis`],
              message: `« ${titre} » est noté 1 en reproductibilité, et son avis dit « ${citee(avis)} ».`,
              issue: 'Corrigez la note, ou l’avis.',
            },
          ],
    ),
};

/** « Jean Dupont, agriculteur », « Mme Durand ». */
const NOMME =
  /^(?:(?:M\.|Mme|Mlle|Monsieur|Madame)\s+\p{Lu}|\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}{2,}(?:-\p{Lu}\p{Ll}+)?,\s\p{Ll})/u;
/** First words that are no first name: what people are, and the bodies and places that they are of. */
const QUALITES =
  /^(?:(?:M\.|Mme|Mlle|Monsieur|Madame)\s+)?(?:\p{L}+(?:eur|euse)\b|Saint|Les?\s|La\s|Haut|Bas|Grand|Petit|Val|[IÎ]le|Mont|Réseau|Union|Fédération|Comité|Lycée|Collège|École|Radio|Service|Centre|Maison|Bureau|Office|Régie|Mairie|Ville|Région|Département|Chef|Gardien|Médecin|Infirmi|Secrétaire|Marin|Père|Mère|Usag|Commerç|Parent|Étudiant|Retrait|Salari|Maire|Adjoint|Président|Vice|Conseill|Élu|Agent|Membre|Direct|Charg|Habitant|Agricult|Responsable|Technicien|Artisan|Enseignant|Animat|Bénévole|Association|Commune|Collectif|Parc|Pays|Communauté|Syndicat|Groupe)/u;

export const temoinNomme: RegleCoherence = {
  code: 'temoin-nomme',
  gravite: 'attention',
  titre: 'Un témoin est nommé, là où sa qualité suffit.',
  explication:
    'Un témoignage se publie avec la qualité de qui parle (« temoignages.qualite », et « paroles.qualite » d’un besoin : « Agricultrice », « Élu de la commune »), non avec son nom : c’est une donnée personnelle, et rien n’y dit son accord.',
  livrables: ['diagnostic', 'fiches-projets', 'bilan'],
  verifier: ({ study: { projets, besoins } }) =>
    [
      ...projets.map(({ id, titre, temoignages = [] }) => ({ at: `projets/${id}/temoignages`, titre, temoignages })),
      ...besoins.map(({ id, libelle, paroles = [] }) => ({
        at: `besoins/${id}/paroles`,
        titre: libelle,
        temoignages: paroles,
      })),
    ].flatMap(({ at, titre, temoignages }) =>
      temoignages.flatMap(({ qualite }, i): Contradiction[] =>
        !NOMME.test(qualite) || QUALITES.test(qualite)
          ? []
          : [
              {
                chemin: `${at}/${i + 1}/qualite`,
                contre: [`${at}/${i + 1}/texte`],
                message: `un témoin de « ${titre} » est nommé : « ${qualite} ».`,
                issue: 'Ne gardez que la qualité de la personne.',
              },
            ],
      ),
    ),
};

export const AVIS_CONTREDITS = [constatContredit, avisEtReproductibilite, temoinNomme] as const;
