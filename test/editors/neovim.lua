-- What an editor does on a page in Neovim, with the configuration of the manual; ends with a report as JSON in $GALLEY_REPORT.

local report = {}

local function wait_for(what, holds)
  if not vim.wait(20000, holds, 10) then error("waited in vain for " .. what) end
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\n")
end

--- Puts the cursor on the first place of these words.
local function go_to(words)
  vim.fn.cursor(1, 1)
  if vim.fn.search("\\V" .. words, "cW") == 0 then error(words .. " is not on the page") end
end

--- What the server answers for the place of the cursor.
local function ask(method)
  local params = vim.lsp.util.make_position_params(0, "utf-16")
  for _, reply in pairs(vim.lsp.buf_request_sync(0, method, params, 20000) or {}) do
    if reply.result then return reply.result end
  end
end

--- Chooses the first action at the cursor, as a person does in the menu, and waits until it is made.
local function choose_action()
  local before = text()
  vim.ui.select = function(actions, options, choose)
    report.actions = vim.tbl_map(options.format_item, actions)
    choose(actions[1], 1)
  end
  vim.lsp.buf.code_action()
  wait_for("the quick fix", function() return text() ~= before end)
end

local function work()
  wait_for("diagnostics", function() return #vim.diagnostic.get(0) > 0 end)
  report.diagnostics = vim.tbl_map(function(one) return one.message end, vim.diagnostic.get(0))

  report.outline = vim.tbl_map(function(one) return one.name end, ask("textDocument/documentSymbol"))
  go_to("罗长")
  report.hover = ask("textDocument/hover").contents.value

  local raw = text()
  go_to("5 亿元")
  choose_action()
  report.mended = text()
  vim.cmd("undo")
  report.undone = text() == raw

  if vim.lsp.buf.format then
    vim.lsp.buf.format({ timeout_ms = 20000 })
  else
    vim.lsp.buf.formatting_sync(nil, 20000)
  end
  report.formatted = text()
  vim.cmd("undo")
  report.format_undone = text() == raw
end

local done, fault = pcall(work)
if not done then report.fault = tostring(fault) end
vim.fn.writefile({ vim.fn.json_encode(report) }, os.getenv("GALLEY_REPORT"))
vim.cmd("qall!")
