using './main.bicep'

param name = 'ehdolla-kaislaranta'
param location = 'swedencentral'
param allowedTenants = [
  '11111111-2222-3333-4444-555555555555'
]
param publicUrl = 'https://ehdolla.example.org'
