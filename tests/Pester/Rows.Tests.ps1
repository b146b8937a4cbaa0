Describe 'A row' {
    BeforeAll {
        . $PSScriptRoot/Platforms.ps1
        $sandbox = Start-VideoPlatformSandbox -VideoCount 20
        $null = Connect-QushipinSandbox $sandbox
        $writes = 'createAudit', 'submitTranscode', 'recommendVideo', 'deleteVideoById', 'deleteRecommendById', 'pushObjectCache'
    }

    AfterAll {
        Disconnect-Qushipin
        Stop-VideoPlatformSandbox $sandbox
    }

    It 'without an ID is an error of that row in <Name>, and no write is sent' -ForEach @(
        @{ Name = 'Remove-QushipinVideo'; Run = { $_ | Remove-QushipinVideo -Confirm:$false -PassThru } }
        @{ Name = 'Set-QushipinAudit'; Run = { $_ | Set-QushipinAudit -Status Normal -PassThru } }
        @{ Name = 'Start-QushipinTranscode'; Run = { $_ | Start-QushipinTranscode -PassThru } }
        @{ Name = 'Add-QushipinRecommendation'; Run = { $_ | Add-QushipinRecommendation -PassThru } }
        @{ Name = 'Remove-QushipinRecommendation'; Run = { $_ | Remove-QushipinRecommendation -Confirm:$false -PassThru } }
        @{ Name = 'Push-QushipinCache'; Id = 'ParameterArgumentValidationError'; Run = { $_ | Push-QushipinCache -PassThru } }
    ) {
        $before = @(Get-Received $sandbox $writes).Count
        $results = "vid,title,UserId`nabc,hello,1" | ConvertFrom-Csv | ForEach-Object $Run -ErrorAction SilentlyContinue -ErrorVariable failures
        $results | Should -BeNullOrEmpty
        $failures | Should -HaveCount 1
        $failures.FullyQualifiedErrorId | Should -BeLike "$($Id ? $Id : 'Qushipin.IdMissing'),*"
        "$($failures[0])" | Should -BeLike ($Id ? '*Url*' : '*hello*')
        @(Get-Received $sandbox $writes).Count | Should -Be $before
    }

    It 'with <Text> as <Column> is sent as <Sent>' -ForEach @(
        @{ Column = 'Duration'; Text = '00:01:30'; Sent = 'duration=90' }
        @{ Column = 'Duration'; Text = '90.5'; Sent = 'duration=90.5' }
        @{ Column = 'Duration'; Text = ''; Sent = '' }
        @{ Column = 'Size'; Text = '1048576'; Sent = 'size=1048576' }
        @{ Column = 'Size'; Text = ''; Sent = '' }
        @{ Column = 'CategoryId'; Text = 'c-7'; Sent = 'cateId=c-7' }
    ) {
        $row = [pscustomobject]@{ VideoId = 'v1'; $Column = $Text } | ConvertTo-Csv | ConvertFrom-Csv
        $row | Add-QushipinRecommendation -ErrorAction Stop
        Get-OwnParameter (Get-Received $sandbox recommendVideo)[-1] | Should -Be ("$Sent videoId=v1".Trim())
    }

    It 'whose <Column> is <Text> is an error of that row, and the next row is sent' -ForEach @(
        @{ Column = 'Duration'; Text = 'soon'; Id = 'ParameterArgumentTransformationError' }
        @{ Column = 'Duration'; Text = '-5'; Id = 'ParameterArgumentTransformationError' }
        @{ Column = 'Size'; Text = '1 MB'; Id = 'Qushipin.ValueUnreadable' }
        @{ Column = 'Size'; Text = '12e400'; Id = 'Qushipin.ValueUnreadable' }
    ) {
        $before = @(Get-Received $sandbox recommendVideo).Count
        $rows = @([pscustomobject]@{ VideoId = 'v1'; $Column = $Text }, [pscustomobject]@{ VideoId = 'v2'; $Column = '5' }) | ConvertTo-Csv | ConvertFrom-Csv
        $rows | Add-QushipinRecommendation -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures.FullyQualifiedErrorId | Should -Be "$Id,VideoPlatforms.Commands.AddQushipinRecommendationCommand"
        "$($failures[0])" | Should -BeLike "*$Column*"
        @(Get-Received $sandbox recommendVideo).Count | Should -Be ($before + 1)
    }
}
