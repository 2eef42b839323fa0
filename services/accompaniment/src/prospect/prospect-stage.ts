/** How far a household is on its way to the territory. */
export enum ProspectStage {
  NEW = 'NEW',
  QUALIFIED = 'QUALIFIED',
  IN_SESSION = 'IN_SESSION',
  PROJECT = 'PROJECT',
  INSTALLED = 'INSTALLED',
  LOST = 'LOST',
}
