/** The headers of a request, read one by one as from a web `Headers`. */
export type RequestHeaders = Pick<Headers, 'get'>;
