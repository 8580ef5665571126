import SwaggerUI from 'swagger-ui-dist/swagger-ui-es-bundle.js'

/** Draws the page of the API's documentation out of its description, and lets people try it. */
const place = document.getElementById('api-docs')
if (place)
  SwaggerUI({
    domNode: place,
    url: place.dataset.description,
    deepLinking: true,
    defaultModelsExpandDepth: 0,
    docExpansion: 'list',
    validatorUrl: null,
  })
