export const viewRatings = 'service.ratings.view'
