/** Where a key leads in a grid of `rows` × `columns`, from a cell; null for a key that moves nothing. */
export function moved(
  key: string,
  control: boolean,
  { row, column }: { row: number; column: number },
  { rows, columns }: { rows: number; columns: number },
): { row: number; column: number } | null {
  const leap = 10;
  const to = (nextRow: number, nextColumn: number) => ({
    row: Math.min(rows - 1, Math.max(0, nextRow)),
    column: Math.min(columns - 1, Math.max(0, nextColumn)),
  });
  switch (key) {
    case 'ArrowUp':
      return to(row - 1, column);
    case 'ArrowDown':
      return to(row + 1, column);
    case 'ArrowLeft':
      return to(row, column - 1);
    case 'ArrowRight':
      return to(row, column + 1);
    case 'PageUp':
      return to(row - leap, column);
    case 'PageDown':
      return to(row + leap, column);
    case 'Home':
      return control ? to(0, 0) : to(row, 0);
    case 'End':
      return control ? to(rows - 1, columns - 1) : to(row, columns - 1);
    default:
      return null;
  }
}
