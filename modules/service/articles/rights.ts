export const viewArticles = 'service.articles.view'
export const editArticles = 'service.articles.edit'
export const assignArticles = 'service.articles.assign'
export const publishArticles = 'service.articles.publish'
