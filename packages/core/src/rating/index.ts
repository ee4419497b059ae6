export {
  COMMENT_LENGTH,
  rate,
  ratingDimensions,
  ratingLevels,
  ratingRefusals,
  type RateCommand,
  type RatingContext,
  type RatingDimension,
  type RatingGiven,
  type RatingLevel,
  type RatingRefusal,
} from './rating.ts';
