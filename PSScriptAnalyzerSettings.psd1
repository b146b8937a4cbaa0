# For the repository's own scripts. What is shipped is held to every rule.
@{
    ExcludeRules = @(
        # The demo and the benchmarks talk to the person in front of them.
        'PSAvoidUsingWriteHost'

        # These rules look at one scope at a time, and take what Pester's blocks and the tasks of build.ps1 share for unused.
        'PSReviewUnusedParameter'
        'PSUseDeclaredVarsMoreThanAssignments'
        'PSShouldProcess'
        'PSUseUsingScopeModifierInNewRunspaces'

        # Helpers inside a script: nobody calls them with -WhatIf.
        'PSUseShouldProcessForStateChangingFunctions'
        'PSAvoidUsingPositionalParameters'

        # The sandbox's keys are no secrets.
        'PSAvoidUsingConvertToSecureStringWithPlainText'
        'PSAvoidUsingPlainTextForPassword'
        'PSUsePSCredentialType'

        # What is not shipped runs in PowerShell 7, which takes every script for UTF-8.
        'PSUseBOMForUnicodeEncodedFile'
    )
}
