export { exportedRatings } from './exported.ts';
export { rateCase, ratingOf, type RatedCase, type RateProblem } from './handle.ts';
export { ratingMeans, type RatingMean } from './means.ts';
export { ratingRoutes } from './routes.ts';
