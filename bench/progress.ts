/** Is told, in a line each, what is being measured. */
export type Progress = (line: string) => void;
