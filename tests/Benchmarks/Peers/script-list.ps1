# The list of a typical script. The script that includes this file defines $Server and $PageSize.
function Get-Video {
    $page = 1
    do {
        $parameters = [ordered]@{
            page     = $page
            pageSize = $PageSize
            ptime    = [DateTimeOffset]::UtcNow.ToUnixTimeMilliseconds()
        }
        $plain = ($parameters.GetEnumerator() | ForEach-Object { "$($_.Key)=$($_.Value)" }) -join '&'
        $hash = [System.Security.Cryptography.SHA1]::HashData([System.Text.Encoding]::UTF8.GetBytes($plain + 'bench-secret'))
        $response = Invoke-RestMethod "${Server}v2/video/bench/get-by-uploader?$plain&sign=$([Convert]::ToHexString($hash))"
        $response.data.contents
        $seen = $page * $response.data.pageSize
        $page++
    } while ($response.data.contents.Count -gt 0 -and $seen -lt $response.data.totalItems)
}
