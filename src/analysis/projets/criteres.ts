/** What projects and the dispositif are judged by, in the order in which an evaluation asks it. */

export const CRITERES_EVALUATION = [
  { id: 'pertinence', libelle: 'Pertinence', question: 'Le projet répond-il à un besoin ?' },
  { id: 'coherence', libelle: 'Cohérence', question: 'Ceux qui agissent se complètent-ils ?' },
  { id: 'efficacite', libelle: 'Efficacité', question: 'Les objectifs sont-ils atteints ?' },
  { id: 'efficience', libelle: 'Efficience', question: 'Les moyens sont-ils bien employés ?' },
  { id: 'effets', libelle: 'Effets', question: 'Qu’est-ce qui a changé ?' },
  { id: 'durabilite', libelle: 'Durabilité', question: 'Que restera-t-il ?' },
] as const;
export type CritereEvaluation = (typeof CRITERES_EVALUATION)[number]['id'];

/** Indicators in the order of the criteria that they serve, those of one in the order of the file; those that name none come last. */
export function parCritere<T extends { critere?: string | undefined }>(indicateurs: readonly T[]): T[] {
  const rang = ({ critere }: T): number => {
    const found = CRITERES_EVALUATION.findIndex(({ id }) => id === critere);
    return found < 0 ? CRITERES_EVALUATION.length : found;
  };
  return [...indicateurs].sort((a, b) => rang(a) - rang(b));
}
