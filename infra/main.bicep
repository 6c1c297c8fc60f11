metadata description = 'Ehdolla: the bot, the app that answers for it, and its database'

@description('Begins the name of every resource.')
@minLength(3)
@maxLength(24)
param name string

@description('What people see the bot called in Azure.')
@maxLength(42)
param displayName string = 'Ehdolla'

@description('Where the app and the data are. Choose a region within the EU.')
param location string = resourceGroup().location

@description('The tenants whose people the bot answers.')
@minLength(1)
param allowedTenants string[]

@description('The address of people\'s links, if it isn\'t the one that Azure gives: https://ehdolla.example.org')
param publicUrl string = ''

@description('Size of the app; one that can be always on.')
param planSku string = 'B1'

@description('How many copies of the app answer at once.')
@minValue(1)
param instances int = 1

var unique = uniqueString(resourceGroup().id, name)

@description('The bot\'s identity: its client id is the bot\'s app id, and it opens the database. There is no password.')
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
}

module data 'data.bicep' = {
  name: '${name}-data'
  params: {
    accountName: '${toLower(name)}-${unique}'
    location: location
    principalId: identity.properties.principalId
  }
}

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: '${name}-plan'
  location: location
  kind: 'linux'
  sku: {
    name: planSku
    capacity: instances
  }
  properties: {
    reserved: true
  }
}

resource web 'Microsoft.Web/sites@2023-12-01' = {
  name: '${name}-${unique}'
  location: location
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    siteConfig: {
      linuxFxVersion: 'NODE|24-lts'
      appCommandLine: 'node bot/start.js'
      alwaysOn: true
      healthCheckPath: '/healthz'
      http20Enabled: true
      minTlsVersion: '1.2'
      ftpsState: 'Disabled'
    }
  }

  resource noPublishingPassword 'basicPublishingCredentialsPolicies' = [for way in ['scm', 'ftp']: {
    name: way
    properties: {
      allow: false
    }
  }]
}

var host = web.properties.defaultHostName
var origin = empty(publicUrl) ? 'https://${host}' : publicUrl

resource settings 'Microsoft.Web/sites/config@2023-12-01' = {
  parent: web
  name: 'appsettings'
  properties: {
    ALLOWED_TENANTS: join(allowedTenants, ',')
    COSMOS_ENDPOINT: data.outputs.endpoint
    MICROSOFT_APP_ID: identity.properties.clientId
    MICROSOFT_APP_TENANT_ID: identity.properties.tenantId
    MICROSOFT_APP_TYPE: 'UserAssignedMSI'
    NODE_ENV: 'production'
    PUBLIC_URL: origin
    SCM_DO_BUILD_DURING_DEPLOYMENT: 'true'
    // the front end of App Service
    TRUSTED_PROXIES: '1'
  }
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: '${name}-${unique}'
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: 'F0'
  }
  properties: {
    displayName: displayName
    endpoint: 'https://${host}/api/messages'
    msaAppId: identity.properties.clientId
    msaAppMSIResourceId: identity.id
    msaAppTenantId: identity.properties.tenantId
    msaAppType: 'UserAssignedMSI'
    disableLocalAuth: true
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: true
    }
  }
}

@description('For the app package: MICROSOFT_APP_ID.')
output appId string = identity.properties.clientId

@description('For the app package: PUBLIC_URL.')
output publicUrl string = origin

@description('Where the app is deployed to.')
output webAppName string = web.name
