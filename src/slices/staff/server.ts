export { ratingRoutes } from './http/rating-routes.ts';
