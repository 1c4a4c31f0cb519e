import { OPS } from 'unpdf/pdfjs'
import { apply, IDENTITY, type Matrix, matrixOf, multiply } from '../layout/matrix.ts'
import type { GraphicsState } from './graphics-state.ts'

/** Where text goes on (ISO 32000-2, 9.4): a text object's matrices. */
export class TextPosition {
  #line: Matrix = IDENTITY
  matrix: Matrix = IDENTITY

  /**
   * Carries out an operator that says where text goes on.
   * @returns false if it does not
   */
  move(operator: number, args: readonly unknown[], state: GraphicsState): boolean {
    switch (operator) {
      case OPS.beginText:
        this.#set(IDENTITY)
        return true
      case OPS.setTextMatrix:
        this.#set(matrixOf(args[0] as ArrayLike<number>) ?? this.#line)
        return true
      case OPS.setLeadingMoveText:
        state.leading = -Number(args[1])
        this.#nextLine(Number(args[0]), Number(args[1]))
        return true
      case OPS.moveText:
        this.#nextLine(Number(args[0]), Number(args[1]))
        return true
      case OPS.nextLine:
        this.#nextLine(0, -state.leading)
        return true
      default:
        return false
    }
  }

  advance(x: number, y: number): void {
    const [a, b, c, d] = this.matrix
    const [e, f] = apply(this.matrix, x, y)
    this.matrix = [a, b, c, d, e, f]
  }

  #set(matrix: Matrix): void {
    this.#line = matrix
    this.matrix = matrix
  }

  /** To the start of a line at this distance from the start of the line before. */
  #nextLine(x: number, y: number): void {
    this.#set(multiply(this.#line, [1, 0, 0, 1, x, y]))
  }
}
